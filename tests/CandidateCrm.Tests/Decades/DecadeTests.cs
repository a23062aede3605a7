using System.Globalization;
using System.Text;
using CandidateCrm.Benchmarks.Decades;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Xunit.Abstractions;

namespace CandidateCrm.Tests.Decades;

/// <summary>Ten years of generated candidates: what is kept of them stays small, and is what a replay of all their facts makes.</summary>
public sealed class DecadeTests(ITestOutputHelper output)
{
    private static readonly TenantId Acme = TenantId.From("acme");

    [Fact]
    public void Of_two_hundred_candidates_half_need_at_most_four_kibibytes_and_all_but_two_at_most_thirty_two()
    {
        var sizes = StoredPopulation.Sizes();
        Report("median", sizes[StoredPopulation.Median]);
        Report("p99", sizes[StoredPopulation.NinetyNinth]);
        Report("largest", sizes[^1]);

        Assert.Equal(200, sizes.Length);
        Assert.InRange(sizes[StoredPopulation.Median].Total, 1, 4 * 1024);
        Assert.InRange(sizes[StoredPopulation.NinetyNinth].Total, sizes[StoredPopulation.Median].Total, 32 * 1024);

        // Sizes are the same on every machine, so the page of the goals says them to the byte.
        Assert.Equal((Said("T14"), Said("T14P")), (sizes[StoredPopulation.Median].Total, sizes[StoredPopulation.NinetyNinth].Total));
    }

    [Theory]
    [InlineData(nameof(DecadeKind.Light))]
    [InlineData(nameof(DecadeKind.Median))]
    [InlineData(nameof(DecadeKind.Heavy))]
    public async Task At_the_end_of_a_decade_what_was_lived_through_is_what_a_replay_makes(string kind)
    {
        var told = CandidateDecade.Of(seed: 7, Enum.Parse<DecadeKind>(kind));
        var candidate = told[0].Fact.Candidate;
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(DecadeRules.Versions[0].Rules));
        crm.Clock.Now = CandidateDecade.Start;
        var published = 1;
        foreach (var next in told)
        {
            for (; published < DecadeRules.Versions.Count && DecadeRules.Versions[published].From <= next.ToldAt; published++)
            {
                await PublishAsync(crm, DecadeRules.Versions[published]);
            }

            await WorkUpToAsync(crm, next.ToldAt);
            Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(next.Fact)).Status);
        }

        await WorkUpToAsync(crm, CandidateDecade.End);
        Assert.Equal(DecadeRules.Versions.Count, published);
        await ReplayCheck.EqualsReplayAsync(crm, candidate, await LogAsync(crm));
        await StaysWholeAsync(crm, new RelationshipKey(Acme, candidate));
    }

    /// <summary>Gets the bytes that the page of the goals says were measured.</summary>
    private static int Said(string goal)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "CandidateCrm.sln")))
        {
            root = root.Parent!;
        }

        var row = File.ReadLines(Path.Combine(root.FullName, "docs", "performance.md")).Single(line => line.StartsWith($"| {goal} |", StringComparison.Ordinal));
        return int.Parse(row.Split('|')[^2].Split(" B:")[0], NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    private static async Task<ActivationLog> LogAsync(CrmUnderTest crm) =>
        await ((TenantRules)crm.Services.GetService(typeof(TenantRules))!).LogOfAsync(Acme, CancellationToken.None);

    private static async Task PublishAsync(CrmUnderTest crm, (Instant From, CrmRules Rules) version)
    {
        await WorkUpToAsync(crm, version.From);
        var position = (await crm.Acme.Rules.ReadAsync()).Position;
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(version.Rules), new PublishTerms { By = Actor.Of(PersonId.From("user-5")), Expected = position });
        Assert.True(outcome.Status == PublishStatus.Published, string.Join("; ", outcome.Faults));
    }

    private static async Task WorkUpToAsync(CrmUnderTest crm, Instant now)
    {
        crm.Clock.Now = now;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
    }

    private static async Task StaysWholeAsync(CrmUnderTest crm, RelationshipKey key)
    {
        var stored = (await crm.Store.LoadAsync(RelationshipKeys.Of(key), default))[0];
        Assert.Null(Structure.Difference(stored with { Revision = 0 }, RelationshipJson.Read(Encoding.UTF8.GetBytes(RelationshipJson.Write(stored)))));
        Assert.True(RelationshipJson.Write(stored).Length <= 32 * 1024);
    }

    private void Report(string what, StoredSize size) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {size.Total} B: state {size.State}, rows {size.Rows}, findings {size.FindingRows}; beside it checkpoints {size.Checkpoints}, effects {size.Effects}"));
}
