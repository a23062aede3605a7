using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

/// <summary>Questions about all candidates, as a host asks them.</summary>
public sealed class SegmentPopulationTests
{
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public void Everybody_is_in_of_whom_asking_alone_says_so_while_facts_and_time_go_on() =>
        Prop.ForAll(Histories.Any, Histories.Any, Dice.Seeds, (annas, bens, seed) => CompareAsync(annas, bens, new Dice(seed)).GetAwaiter().GetResult()).Check(Tries.Of(15));

    [Fact]
    public async Task Without_the_index_the_question_says_how_to_add_it()
    {
        await using var crm = new CrmUnderTest();

        Assert.Contains("AddSegmentIndex()", Assert.Throws<InvalidOperationException>(() => crm.Acme.Segments.Population).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_score_that_faded_is_ranked_as_it_is_now()
    {
        await using var crm = Indexed();
        await crm.HappenAsync("a", Monday, Replied(), "anna");
        await crm.HappenAsync("b", Monday + Duration.FromDays(60), Replied(), "ben");
        await crm.HappenAsync("c", Monday + Duration.FromDays(60), new CandidateFound { Source = SourceCode.From("fair") }, "carl");
        var population = crm.Acme.Segments.Population;
        var everyone = (await population.TopAsync(SegmentRule.Everyone, 2, "score")).Members;

        Assert.Equal(["ben", "anna"], everyone.Select(each => each.Id));
        crm.Clock.Now += Duration.FromDays(30);
        var later = await population.TopAsync(SegmentRule.Everyone, 2, "score");
        Assert.Equal((await crm.Acme.Engagement.ExplainAsync(CandidateId.From("ben"), ScoreKey.From("engagement")))!.Score, later.Members[0].Value);
        Assert.True(later.Members[0].Value < everyone[0].Value);
        Assert.Equal((crm.Clock.Now, 3, 3L), (later.Stamp.AsOf, later.Stamp.Candidates, later.RowByRow));
        await Assert.ThrowsAsync<ArgumentException>(async () => await population.TopAsync(SegmentRule.Everyone, 2, "phase"));
    }

    [Fact]
    public async Task Of_erased_candidates_no_id_is_handed_out()
    {
        await using var crm = Indexed();
        await crm.HappenAsync("a", Monday, Replied(), "anna");
        await crm.HappenAsync("b", Monday, Replied(), "ben");
        var population = crm.Acme.Segments.Population;
        using var snapshot = new MemoryStream();
        await population.SaveAsync(snapshot);
        await crm.Store.EraseAsync(new ErasePlan { Relationship = Histories.Anna, Scope = EraseScope.Everything }, default);

        Assert.Equal(["ben"], (await population.MembersAsync(SegmentRule.Everyone)).Members.AsEnumerable());
        Assert.Equal(1, (await population.CountAsync(SegmentRule.Everyone)).Members);

        snapshot.Position = 0;
        Assert.Equal(SnapshotStatus.Restored, await population.RestoreAsync(snapshot));
        Assert.Equal(1, (await population.CountAsync(SegmentRule.Everyone)).Members);
    }

    [Fact]
    public async Task A_snapshot_goes_on_with_what_was_committed_since()
    {
        using var snapshot = new MemoryStream();
        await using var crm = Indexed();
        await crm.HappenAsync("a", Monday, Replied(), "anna");
        var population = crm.Acme.Segments.Population;
        await population.SaveAsync(snapshot);
        var before = await population.PreviewAsync(SegmentRule.Everyone);
        await crm.HappenAsync("b", Monday, Replied(), "ben");

        snapshot.Position = 0;
        Assert.Equal(SnapshotStatus.Restored, await population.RestoreAsync(snapshot));
        var after = await population.PreviewAsync(SegmentRule.Everyone);
        Assert.Equal((1, 2), (before.Members, after.Members));
        Assert.Equal(["anna", "ben"], after.Sample.AsEnumerable());
        Assert.Equal(SnapshotStatus.Broken, await population.RestoreAsync(new MemoryStream([1, 2, 3])));
        snapshot.Position = 0;
        Assert.Equal(SnapshotStatus.OtherTenant, await crm.Crm.For(TenantId.From("other")).Segments.Population.RestoreAsync(snapshot));
    }

    [Fact]
    public async Task Building_says_how_far_it_is_and_one_that_is_cancelled_changes_nothing()
    {
        await using var crm = Indexed();
        await crm.HappenAsync("a", Monday, Replied(), "anna");
        var population = crm.Acme.Segments.Population;
        var heard = new List<int>();
        var built = await population.RebuildAsync(new Heard(heard));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Equal([1], heard);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await population.RebuildAsync(null, cancelled.Token));
        Assert.Equal(built.Candidates, (await population.CountAsync(SegmentRule.Everyone)).Stamp.Candidates);
        var overlap = await population.OverlapAsync([SegmentRule.Everyone, !SegmentRule.Everyone]);
        Assert.Equal((1, 0, 0), (overlap.Both(0, 0), overlap.Both(0, 1), overlap.Both(1, 1)));
    }

    [Fact]
    public async Task Saved_segments_are_referred_to_by_name_wherever_everybody_is_asked()
    {
        await using var crm = new CrmUnderTest(more => more.AddSegmentIndex(), rules => rules.Take(Rules("DE")));
        foreach (var (name, country) in new[] { ("anna", "DE"), ("ben", "AT"), ("cleo", "DE") })
        {
            await crm.HappenAsync($"{name}-1", Monday, new AttributesChanged { Values = [new FactField(FactCode.From("country"), country)] }, name);
        }

        await crm.HappenAsync("put", Monday + Duration.FromHours(1), Decided("near", SegmentDecision.PutIn), "ben");
        await crm.HappenAsync("out", Monday + Duration.FromHours(2), Decided("kept", SegmentDecision.TakenOut), "cleo");
        var population = crm.Acme.Segments.Population;
        SegmentRule In(string segment) => new InSegmentRule([SegmentKey.From(segment)]);

        Assert.Equal(["anna"], (await population.MembersAsync(In("kept"))).Members.AsEnumerable());
        Assert.Equal(["anna", "ben"], (await population.PreviewAsync(In("near"))).Sample.AsEnumerable());
        Assert.Equal(["cleo"], (await population.MembersAsync(In("far"))).Members.AsEnumerable());
        Assert.Equal((2, 0L), ((await population.CountAsync(In("near"))).Members, (await population.CountAsync(In("near"))).RowByRow));
        Assert.Equal((2, 1, 0), Both(await population.OverlapAsync([In("near"), In("kept"), In("far")])));
        Assert.Equal(["anna", "ben"], (await population.TopAsync(In("near"), 5, "touchpointCount")).Members.Select(each => each.Id).Order(StringComparer.Ordinal));
        var fault = Assert.Single((await Assert.ThrowsAsync<InvalidSegmentException>(async () => await population.CountAsync(In("kepd")))).Faults);
        Assert.Equal((SegmentFaultCodes.UnknownSegment, "kept"), (fault.Code, fault.DidYouMean));

        static (int, int, int) Both(SegmentOverlap overlap) => (overlap.Both(0, 0), overlap.Both(0, 1), overlap.Both(0, 2));
        static SegmentMembershipDecided Decided(string segment, SegmentDecision decision) => new() { Segment = SegmentKey.From(segment), Decision = decision, Reason = ReasonCode.From("by-hand") };
    }

    [Fact]
    public async Task A_rule_with_faults_is_refused_with_all_of_them()
    {
        await using var crm = Indexed();

        await Assert.ThrowsAsync<InvalidSegmentException>(async () => await crm.Acme.Segments.Population.CountAsync(new HasValueRule("gender")));
    }

    private static readonly string[] Saved = ["kept", "kept-by-kept", "list", "near", "far", "farther"];

    private static CrmRules Rules(string country) => TestRules.Everything with
    {
        Segments =
        [
            Segment("farther", "segment in (\"far\", \"kept\") and touchpointCount >= 1 or segment in (\"list\")"),
            Segment("far", "interest = \"high\" or segment not in (\"near\")"),
            Segment("near", "segment in (\"kept-by-kept\") or lastContactedAt in last 3 days"),
            Segment("kept-by-kept", "segment in (\"kept\") and segment not in (\"list\")") with { Keeping = SegmentKeeping.Kept },
            Segment("kept", $"country = \"{country}\" or lastHeardFromAt in last 5 days") with { Version = country == "DE" ? 1 : 2 },
            Segment("list", null),
        ],
    };

    private static SegmentDefinition Segment(string key, string? rule) => new() { Key = SegmentKey.From(key), Rule = rule };

    private static CrmUnderTest Indexed() => new(crm => crm.AddSegmentIndex().AddSegmentIndex());

    private static TouchpointRecorded Replied() => new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static async Task CompareAsync(TimelineEvent[] annas, TimelineEvent[] bens, Dice dice)
    {
        await using var crm = new CrmUnderTest(more => more.AddSegmentIndex(), rules => rules.Take(Rules("DE")));
        var population = crm.Acme.Segments.Population;
        var told = annas.Select(one => CrmUnderTest.Told(one)).Concat(bens.Select(one => CrmUnderTest.Told(one) with { Candidate = CandidateId.From("ben"), EventId = EventId.From($"b-{one.Id}") })).ToList();
        var last = told.Max(fact => fact.OccurredAt);
        crm.Clock.Now = last;
        foreach (var (place, fact) in told.Index())
        {
            await crm.Acme.RecordAsync(fact);
            if (place % 5 == 4)
            {
                await DecideAsync(crm, $"decision-{place}", dice);
                await SameAsync(crm, population, dice);
            }
        }

        for (var jump = 0; jump < 3; jump++)
        {
            crm.Clock.Now += Duration.FromHours(1 + dice.Below(24 * 40));
            if (jump == 1)
            {
                // Nobody carries it: whoever is asked takes the rules over by themselves.
                await Jobs.People.PublishAsync(crm, Rules("AT"));
                crm.Clock.Now += Duration.FromHours(1);
            }

            await SameAsync(crm, population, dice);
        }
    }

    private static async Task SameAsync(CrmUnderTest crm, ISegmentPopulation population, Dice dice)
    {
        for (var i = 0; i < 4; i++)
        {
            var text = dice.Below(3) switch
            {
                0 => new RelationshipRules(dice).Any(),
                1 => $"({new RelationshipRules(dice).Any()}) or {Reference(dice)}",
                _ => $"{Reference(dice)} and {Reference(dice)}",
            };
            var rule = (await crm.Acme.Segments.ReadTextAsync(text)).Required();
            var expected = new List<string>();
            foreach (var id in (string[])["anna", "ben"])
            {
                if (await crm.Acme.Segments.MatchesAsync(CandidateId.From(id), rule, crm.Clock.Now) == true)
                {
                    expected.Add(id);
                }
            }

            Assert.True(expected.SequenceEqual((await population.MembersAsync(rule)).Members), text);
            Assert.True(expected.Count == (await crm.Acme.Segments.CountAsync(rule)).Members, text);
        }
    }

    private static string Reference(Dice dice) => $"segment {(dice.Coin ? "not " : "")}in (\"{Saved[dice.Below(Saved.Length)]}\")";

    private static async Task DecideAsync(CrmUnderTest crm, string id, Dice dice)
    {
        var decided = new SegmentMembershipDecided { Segment = SegmentKey.From(Saved[dice.Below(Saved.Length)]), Decision = dice.Word<SegmentDecision>(), Reason = ReasonCode.From("by-hand") };
        await crm.Acme.RecordAsync(CrmUnderTest.Fact(id, crm.Clock.Now, decided, dice.Coin ? "anna" : "ben"));
    }

    private sealed class Heard(List<int> heard) : IProgress<int>
    {
        public void Report(int value) => heard.Add(value);
    }
}
