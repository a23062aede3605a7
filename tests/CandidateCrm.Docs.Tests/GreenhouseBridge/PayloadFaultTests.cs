using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CandidateCrm.Timeline;
using GreenhouseBridge;
using GreenhouseBridge.Mapping;
using GreenhouseBridge.Webhooks;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>What cannot be mapped is found, kept as it came and tried again; nothing is half recorded.</summary>
public sealed class PayloadFaultTests
{
    public static TheoryData<string> Actions => [.. OwnPayloads.All.Select(OwnPayloads.ActionOf)];

    [Fact]
    public async Task An_action_that_nobody_knows_is_kept_until_it_is_mapped()
    {
        var options = new GreenhouseOptions();
        await using var crm = new BridgeUnderTest(options: options);
        var answer = await crm.ReceiveAsync(OwnPayloads.Text("badge_printed", new JsonObject { ["candidate_id"] = 11 }));

        Assert.Equal((Outcome.Kept, BridgeFindingCodes.ActionUnknown), (answer.Outcome, Assert.Single(answer.Findings).Code));
        Assert.Equal(Outcome.Kept, Assert.Single(await crm.Bridge.RetryAsync()).Outcome);

        crm.Bridge.Options = options with { Actions = ImmutableDictionary<string, ActionMapping>.Empty.Add("badge_printed", ActionMapping.To(Badge, nameof(CustomFact))) };
        var again = Assert.Single(await crm.Bridge.RetryAsync());

        Assert.Equal(Outcome.Recorded, again.Outcome);
        Assert.Empty(crm.Bridge.Kept);
        Assert.Equal(new CustomFact { Code = FactCode.From("badge.printed") }, Assert.Single(await crm.FactsAsync(11)));
    }

    [Fact]
    public async Task A_host_may_ignore_an_action_or_map_it_otherwise()
    {
        await using var crm = new BridgeUnderTest(options: new GreenhouseOptions
        {
            Actions = ImmutableDictionary<string, ActionMapping>.Empty.Add("merge_candidate", ActionMapping.Ignored("we merge ourselves")),
        });
        var answer = await crm.ReceiveAsync(OwnPayloads.Of("merge_candidate"));

        Assert.Equal((Outcome.Ignored, "we merge ourselves"), (answer.Outcome, answer.IgnoredBecause));
        Assert.Null(await crm.FindAsync(OwnPayloads.Candidate));
    }

    [Fact]
    public async Task Everything_that_is_missing_or_wrong_is_said_at_once_with_its_path()
    {
        await using var crm = new BridgeUnderTest();
        var application = OwnPayloads.ApplicationObject();
        application.Remove("id");
        application["candidate"]!.AsObject().Remove("id");
        application["applied_at"] = "yesterday";
        application["jobs"]![0]!["id"] = "seven";
        application["current_stage"]!["id"] = -1;
        var answer = await crm.ReceiveAsync(OwnPayloads.Text("new_candidate_application", OwnPayloads.Shown(application)));

        Assert.Equal(Outcome.Kept, answer.Outcome);
        Assert.Equal(
            [
                (BridgeFindingCodes.FieldInvalid, "payload.application.applied_at"),
                (BridgeFindingCodes.FieldInvalid, "payload.application.current_stage.id"),
                (BridgeFindingCodes.FieldInvalid, "payload.application.jobs[0].id"),
                (BridgeFindingCodes.FieldMissing, "payload.application.candidate.id"),
                (BridgeFindingCodes.FieldMissing, "payload.application.id"),
            ],
            answer.Findings.Select(finding => (finding.Code, finding.Where)).Order());
        Assert.Empty(answer.Facts);
        Assert.Single(crm.Bridge.Kept);
    }

    [Fact]
    public async Task A_payload_without_its_content_is_kept()
    {
        await using var crm = new BridgeUnderTest();
        var answer = await crm.ReceiveAsync("""{"action":"hire_candidate"}""");

        Assert.Equal((Outcome.Kept, "payload"), (answer.Outcome, Assert.Single(answer.Findings).Where));
    }

    /// <summary>Takes each member of each payload away, and puts something else in its place, one at a time.</summary>
    [Theory]
    [MemberData(nameof(Actions))]
    public async Task Whatever_is_missing_or_wrong_the_bridge_answers_and_never_records_half(string action)
    {
        var whole = OwnPayloads.Of(action);
        foreach (var path in Members(JsonNode.Parse(whole)!["payload"]!, ["payload"]))
        {
            foreach (var other in (JsonNode?[])[null, "words", -1, true, new JsonObject(), new JsonArray(1, "x")])
            {
                await using var crm = new BridgeUnderTest();
                var answer = await crm.ReceiveAsync(Changed(whole, path, other?.DeepClone(), remove: other is null));

                Assert.NotEqual(Outcome.Refused, answer.Outcome);
                Assert.Equal(answer.Outcome == Outcome.Kept, crm.Bridge.Kept.Count == 1);
                Assert.True(answer.Outcome != Outcome.Kept || (answer.Facts.IsEmpty && !answer.Findings.IsEmpty), string.Join('.', path));
            }
        }
    }

    [Fact]
    public async Task What_was_kept_of_a_person_goes_with_the_person()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Text("tag_added", new JsonObject { ["person"] = OwnPayloads.PersonObject() }));
        await crm.ReceiveAsync(OwnPayloads.Text("note_added", new JsonObject { ["note"] = new JsonObject { ["candidate_id"] = OwnPayloads.Candidate } }));
        await crm.ReceiveAsync(OwnPayloads.Text("tag_added", new JsonObject { ["person"] = new JsonObject { ["id"] = OwnPayloads.Winner } }));
        Assert.Equal(3, crm.Bridge.Kept.Count);

        await crm.ReceiveAsync(OwnPayloads.Of("delete_candidate"));

        Assert.Equal([Subject.Candidate(OwnPayloads.Winner)], Assert.Single(crm.Bridge.Kept).Names);
    }

    [Fact]
    public async Task What_the_library_refuses_waits_and_is_told_again()
    {
        await using var crm = new BridgeUnderTest();
        var future = OwnPayloads.With(OwnPayloads.Moved("Offer", 73, "2026-03-02T10:00:00Z"), "candidate", new JsonObject { ["id"] = OwnPayloads.Candidate });
        var answer = await crm.ReceiveAsync(OwnPayloads.Text("candidate_stage_change", OwnPayloads.Shown(future)));

        Assert.Equal((Outcome.Waiting, BridgeFindingCodes.FactRefused), (answer.Outcome, Assert.Single(answer.Findings).Code));
        Assert.Single(crm.Bridge.Unsettled);

        crm.Clock.Advance(Duration.FromHours(1));
        await crm.Bridge.RetryAsync();

        Assert.Empty(crm.Bridge.Unsettled);
        Assert.Equal("offer", (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Stage.Value);
    }

    private static void Badge(MappedPayload into) =>
        into.Tell(Subject.Candidate(into.Fields.Id("candidate_id")), "badge", null, LineOrder.Stage, new CustomFact { Code = FactCode.From("badge.printed") });

    private static IEnumerable<string[]> Members(JsonNode node, string[] path) => node switch
    {
        JsonObject json => json.SelectMany(member => new[] { (string[])[.. path, member.Key] }.Concat(member.Value is null ? [] : Members(member.Value, [.. path, member.Key]))),
        JsonArray { Count: > 0 } list when list[0] is { } first => Members(first, [.. path, "0"]),
        _ => [],
    };

    private static string Changed(string whole, string[] path, JsonNode? other, bool remove)
    {
        var root = JsonNode.Parse(whole)!;
        var parent = path[..^1].Aggregate(root, (node, name) => node is JsonArray list ? list[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : node[name]!);
        if (parent is JsonObject json && remove)
        {
            json.Remove(path[^1]);
        }
        else if (parent is JsonObject changed)
        {
            changed[path[^1]] = other;
        }

        return root.ToJsonString();
    }
}
