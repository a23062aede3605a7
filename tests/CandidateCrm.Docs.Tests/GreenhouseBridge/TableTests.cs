using System.Text.RegularExpressions;
using CandidateCrm.Fixtures;
using GreenhouseBridge.Mapping;
using GreenhouseBridge.Webhooks;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>The page says of every action what the code does with it.</summary>
public sealed partial class TableTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(FixturePaths.RepositoryRoot, "docs", "greenhouse-bridge.md"));

    [Fact]
    public void The_page_lists_every_action_with_what_it_leads_to()
    {
        var code = GreenhouseMapping.All.Select(pair => $"{pair.Key}: {(pair.Value.IgnoredBecause is { } because ? $"ignored, because {because}" : string.Join(", ", pair.Value.LeadsTo))}");
        var page = Row().Matches(Page).Select(match => $"{match.Groups["action"].Value}: {match.Groups["what"].Value.Replace("`", "", StringComparison.Ordinal)}");

        Assert.Equal(code.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_every_finding()
    {
        var codes = typeof(BridgeFindingCodes).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        Assert.All(codes, code => Assert.Contains($"| `{code}` |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void There_is_a_payload_of_our_own_for_every_action() =>
        Assert.Equal(GreenhouseMapping.All.Keys.Order(StringComparer.Ordinal), OwnPayloads.All.Select(OwnPayloads.ActionOf).Order(StringComparer.Ordinal));

    /// <summary>No payload leads to anything that its action does not list, however it stands.</summary>
    [Fact]
    public void A_mapping_tells_nothing_but_what_it_lists()
    {
        foreach (var text in OwnPayloads.All)
        {
            Assert.Empty(Unlisted(text));
        }
    }

    internal static IEnumerable<string> Unlisted(string text)
    {
        var webhook = Webhook.Read(System.Text.Encoding.UTF8.GetBytes(text), out _)!;
        var listed = GreenhouseMapping.All[webhook.Action].LeadsTo.SelectMany(name => name.Split('/')).ToHashSet(StringComparer.Ordinal);
        var payload = GreenhouseMapping.Map(webhook, new GreenhouseOptions(), BridgeUnderTest.Now);
        return payload.Tellings.Select(telling => telling.Fact.GetType().Name).Concat(payload.Jobs.Select(_ => "Requisition")).Where(name => !listed.Contains(name));
    }

    [GeneratedRegex(@"^\| `(?<action>[a-z_]+)` \| (?<what>[^|]+?) \|[^|\n]*\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
