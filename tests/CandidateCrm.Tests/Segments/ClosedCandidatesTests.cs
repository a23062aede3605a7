using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>Who was merged into another, or erased, is in no segment and no rule holds for them, not even «everyone».</summary>
public sealed class ClosedCandidatesTests
{
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public async Task A_duplicate_leaves_every_segment_with_the_merge_and_comes_back_when_it_is_taken_back()
    {
        await using var crm = Crm();
        await TellAsync(crm, "anna", "ben");
        await crm.HappenAsync("put", Monday + Duration.FromHours(1), Decided("list", SegmentDecision.PutIn), "ben");
        Assert.Equal("anna ben", await EverywhereAsync(crm, "german"));
        Assert.Equal("ben", await EverywhereAsync(crm, "list"));

        await crm.HappenAsync("merge", Monday + Duration.FromDays(1), new CandidateMerged { Into = CandidateId.From("anna") }, "ben");
        Assert.Equal("anna", await EverywhereAsync(crm, "german"));
        Assert.Equal("", await EverywhereAsync(crm, "list"));
        Assert.Equal("anna", await EverywhereAsync(crm, "on-demand"));
        Assert.Equal("anna", await AskedAsync(crm, "everyone"));
        Assert.Equal("anna", await AskedAsync(crm, "not segment in (\"list\")"));
        var why = (await crm.Acme.Segments.ExplainAsync(CandidateId.From("ben"), SegmentKey.From("list")))!;
        Assert.Equal((false, 0, null), (why.IsIn, why.Deciding.Length, why.ByHand));
        Assert.False((await crm.Acme.Segments.ExplainAsync(CandidateId.From("ben"), SegmentRule.Everyone))!.IsIn);
        Assert.True(await crm.Acme.Segments.MatchesAsync(CandidateId.From("ben"), SegmentKey.From("list"), Monday + Duration.FromHours(2)));

        await crm.HappenAsync("unmerge", Monday + Duration.FromDays(2), new CandidateUnmerged(), "ben");
        Assert.Equal("anna ben", await EverywhereAsync(crm, "german"));
        Assert.Equal("ben", await EverywhereAsync(crm, "list"));
        Assert.Equal("anna ben", await AskedAsync(crm, "everyone"));
        Assert.Equal(
        [
            "in german Data", "in list Hand", "out german Data", "out list Data", "in german Data", "in list Data",
        ],
            await MovesAsync(crm, "ben"));
    }

    [Fact]
    public async Task The_survivor_takes_over_no_decision_by_hand_and_what_is_decided_meanwhile_waits()
    {
        await using var crm = Crm();
        await TellAsync(crm, "anna", "ben");
        await crm.HappenAsync("put", Monday + Duration.FromHours(1), Decided("list", SegmentDecision.PutIn), "ben");
        await crm.HappenAsync("merge", Monday + Duration.FromDays(1), new CandidateMerged { Into = CandidateId.From("anna") }, "ben");
        await crm.HappenAsync("out", Monday + Duration.FromDays(2), Decided("german", SegmentDecision.TakenOut), "ben");

        Assert.Equal("", await EverywhereAsync(crm, "list"));
        Assert.Equal("anna", await EverywhereAsync(crm, "german"));
        await crm.HappenAsync("unmerge", Monday + Duration.FromDays(3), new CandidateUnmerged(), "ben");
        Assert.Equal("ben", await EverywhereAsync(crm, "list"));
        Assert.Equal("anna", await EverywhereAsync(crm, "german"));
    }

    [Fact]
    public async Task An_erased_candidate_leaves_and_nothing_is_left_of_memberships_and_decisions()
    {
        await using var crm = Crm();
        await TellAsync(crm, "anna", "ben");
        await crm.HappenAsync("put", Monday + Duration.FromHours(1), Decided("list", SegmentDecision.PutIn), "ben");
        await crm.HappenAsync("erase", Monday + Duration.FromDays(1), new CandidateErased(), "ben");
        await crm.HappenAsync("again", Monday + Duration.FromDays(2), Decided("list", SegmentDecision.PutIn), "ben");
        await crm.HappenAsync("told", Monday + Duration.FromDays(3), Told("DE"), "ben");

        Assert.Equal("anna", await EverywhereAsync(crm, "german"));
        Assert.Equal("", await EverywhereAsync(crm, "list"));
        Assert.Equal("anna", await AskedAsync(crm, "everyone"));
        Assert.Equal(["in german Data", "in list Hand", "out german Data", "out list Data"], await MovesAsync(crm, "ben"));
        Assert.Null((await crm.Acme.FindAsync(CandidateId.From("ben")))!.Segments);
    }

    [Fact]
    public async Task A_merge_that_was_taken_back_as_a_fact_never_ended_a_stay()
    {
        await using var crm = Crm();
        await TellAsync(crm, "ben");
        await crm.HappenAsync("merge", Monday + Duration.FromDays(1), new CandidateMerged { Into = CandidateId.From("anna") }, "ben");
        Assert.Equal("", await EverywhereAsync(crm, "german"));
        await crm.HappenAsync("back", Monday + Duration.FromDays(2), new FactsRetracted { Events = [EventId.From("merge")], Reason = ReasonCode.From("mistake") }, "ben");

        Assert.Equal("ben", await EverywhereAsync(crm, "german"));
        Assert.Equal(["in german Data"], await MovesAsync(crm, "ben"));
    }

    private static CrmUnderTest Crm() => new(crm => crm.AddSegmentIndex(), rules => rules.Take(TestRules.Everything)
        .Segment("german", """country = "DE" """, SegmentKeeping.Kept).Segment("list", rule: (string?)null).Segment("on-demand", """country = "DE" or segment in ("list")"""));

    private static AttributesChanged Told(string country) => new() { Values = [new FactField(FactCode.From("country"), country)] };

    private static SegmentMembershipDecided Decided(string segment, SegmentDecision decision) =>
        new() { Segment = SegmentKey.From(segment), Decision = decision, Reason = ReasonCode.From("by-hand") };

    private static async Task TellAsync(CrmUnderTest crm, params string[] names)
    {
        foreach (var name in names)
        {
            await crm.HappenAsync($"{name}-1", Monday, Told("DE"), name);
        }
    }

    /// <summary>Names who is in a segment, which the list, the count, the index and asking each by themselves must say alike.</summary>
    private static async Task<string> EverywhereAsync(CrmUnderTest crm, string segment)
    {
        var key = SegmentKey.From(segment);
        var members = await AskedAsync(crm, $"segment in (\"{segment}\")");
        var alone = new List<string>();
        foreach (var name in (string[])["anna", "ben"])
        {
            if (await crm.Acme.Segments.MatchesAsync(CandidateId.From(name), key, crm.Clock.Now) == true)
            {
                alone.Add(name);
            }
        }

        Assert.Equal(members, string.Join(' ', alone));
        Assert.Equal(alone.Count, (await crm.Acme.Segments.CountAsync(key)).Members);
        if (segment != "on-demand")
        {
            Assert.Equal(alone, (await crm.Acme.Segments.MembersAsync(key)).Members.Select(each => each.Candidate.Value).Order(StringComparer.Ordinal));
        }

        return members;
    }

    /// <summary>Names for whom a rule holds, by the index and by the walk.</summary>
    private static async Task<string> AskedAsync(CrmUnderTest crm, string text)
    {
        var rule = (await crm.Acme.Segments.ReadTextAsync(text)).Required();
        var page = await crm.Acme.Segments.Population.MembersAsync(rule);
        Assert.Equal(page.Members.Length, (await crm.Acme.Segments.CountAsync(rule)).Members);
        return string.Join(' ', page.Members);
    }

    private static async Task<string[]> MovesAsync(CrmUnderTest crm, string name) =>
    [
        .. (await crm.TimelineAsync(CandidateId.From(name))).Select(one => one.Entry switch
        {
            SegmentEntered entered => $"in {entered.Segment} {entered.Cause}",
            SegmentLeft left => $"out {left.Segment} {left.Cause}",
            _ => null,
        }).OfType<string>(),
    ];
}
