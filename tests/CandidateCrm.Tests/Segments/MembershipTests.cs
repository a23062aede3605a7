using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>Who is in which kept segment, and why they came or left.</summary>
public sealed class MembershipTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly Instant Monday = Histories.Start;

    [Fact]
    public async Task Data_time_references_and_hands_bring_a_candidate_in_and_out_with_their_cause()
    {
        await using var crm = Crm(
            ("german", """country = "DE" """), ("asked-lately", "lastHeardFromAt in last 3 days"), ("both", """segment in ("german") and segment in ("asked-lately", "list")"""), ("list", null));
        await crm.HappenAsync("a", Monday, Told(("country", "DE")));
        await crm.HappenAsync("b", Monday + Duration.FromHours(1), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        await crm.HappenAsync("c", Monday + Duration.FromDays(10), Decided("list", SegmentDecision.PutIn));
        await crm.HappenAsync("d", Monday + Duration.FromDays(11), Decided("german", SegmentDecision.TakenOut));
        await crm.HappenAsync("e", Monday + Duration.FromDays(12), Told(("country", "AT")));
        await crm.HappenAsync("f", Monday + Duration.FromDays(13), Told(("country", "DE")));
        await crm.HappenAsync("g", Monday + Duration.FromDays(14), Decided("german", SegmentDecision.Released));

        var flip = Monday + Duration.FromHours(1) + Duration.FromDays(3);
        Assert.Equal(
        [
            (Monday, "german", true, SegmentChangeCause.Data),
            (Monday + Duration.FromHours(1), "asked-lately", true, SegmentChangeCause.Data),
            (Monday + Duration.FromHours(1), "both", true, SegmentChangeCause.Reference),
            (flip, "asked-lately", false, SegmentChangeCause.Time),
            (flip, "both", false, SegmentChangeCause.Reference),
            (Monday + Duration.FromDays(10), "list", true, SegmentChangeCause.Hand),
            (Monday + Duration.FromDays(10), "both", true, SegmentChangeCause.Reference),
            (Monday + Duration.FromDays(11), "german", false, SegmentChangeCause.Hand),
            (Monday + Duration.FromDays(11), "both", false, SegmentChangeCause.Reference),
            (Monday + Duration.FromDays(14), "german", true, SegmentChangeCause.Hand),
            (Monday + Duration.FromDays(14), "both", true, SegmentChangeCause.Reference),
        ],
            await MovesAsync(crm));
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("german"), Monday + Duration.FromDays(13)));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("both"), flip - Duration.Epsilon));
        var why = (await crm.Acme.Segments.ExplainAsync(Anna, SegmentKey.From("german"), Monday + Duration.FromDays(13)))!;
        Assert.Equal((false, ReasonCode.From("by-hand"), Monday + Duration.FromDays(11)), (why.IsIn, why.ByHand!.Reason, why.ByHand.At));
        Assert.Empty(why.Deciding);
    }

    [Fact]
    public async Task A_decision_holds_for_an_on_demand_segment_and_through_references()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything)
            .Segment("german", """country = "DE" """).Segment("others", """not segment in ("german")"""));
        await crm.HappenAsync("a", Monday, Told(("country", "DE")));
        await crm.HappenAsync("b", Monday + Duration.FromDays(1), Decided("german", SegmentDecision.TakenOut));

        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("german")));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("others")));
        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, SegmentKey.From("german"), Monday));
        Assert.Empty(await MovesAsync(crm));
    }

    [Fact]
    public void Only_what_a_pass_can_have_changed_is_evaluated()
    {
        var rules = TestRules.Everything with
        {
            Segments =
            [
                Kept("german", """country = "DE" """), Kept("hired", """phase = "hire" """), Kept("open", """some applications where status = "live" """),
                Kept("german-or-hired", """segment in ("german", "hired")"""), Kept("lately", "lastHeardFromAt in last 3 days"),
            ],
        };
        var watch = new Evaluations();
        new RelationshipEngine().Observed(Histories.Anna, [
            Event("a", Monday, Told(("country", "AT"))),
            Event("b", Monday + Duration.FromHours(1), Told(("country", "DE"))),
            Event("c", Monday + Duration.FromHours(2), Told(("skills", AttributeValue.Texts("C#")))),
            Event("d", Monday + Duration.FromHours(3), Told(("skills", AttributeValue.Texts("C#")))),
            Event("e", Monday + Duration.FromHours(4), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }),
            Event("f", Monday + Duration.FromDays(9), new CustomFact { Code = FactCode.From("nothing") }),
        ], ActivationLog.Always(rules), watch);

        Assert.Equal(
        [
            "german, german-or-hired, hired, lately, open", "german, german-or-hired", "german", "", "hired, lately", "lately", "",
        ],
            watch.Asked.Where((_, i) => watch.Named[i]));
    }

    [Fact]
    public void Who_is_told_of_nothing_but_what_was_taken_back_is_in_no_segment()
    {
        var rules = ActivationLog.Always(TestRules.Everything with { Segments = [Kept("all", "everyone")] });
        var decision = new RelationshipEngine().Replay(Histories.Anna, [
            Event("a", Monday, Told(("country", "AT"))),
            Event("b", Monday + Duration.FromHours(1), new FactsRetracted { Events = [EventId.From("a")], Reason = ReasonCode.From("mistake") }),
        ], rules);

        Assert.Null(decision.Next.Segments);
        Assert.DoesNotContain(decision.Derived, one => one.Entry is SegmentEntered);
    }

    [Fact]
    public async Task A_justification_that_ends_ends_membership()
    {
        var until = Monday + Duration.FromDays(30);
        var postcode = new AttributeDefinition { Key = FactCode.From("postcode"), Type = FieldType.Text, Class = AttributeClass.Proxy, Justification = new FieldJustification { Who = "works-council", Why = "A long way", Until = until } };
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything).Attribute(postcode).Segment("far", """postcode starts with "9" """, SegmentKeeping.Kept));
        crm.Clock.Now = Monday;
        await crm.HappenAsync("a", Monday, Told(("postcode", "90402")));
        crm.Clock.Now = until + Duration.FromDays(1);
        await crm.HappenAsync("b", until + Duration.FromHours(1), Told(("country", "DE")));

        Assert.Equal([(Monday, "far", true, SegmentChangeCause.Data), (until, "far", false, SegmentChangeCause.Time)], await MovesAsync(crm));
    }

    [Fact]
    public async Task Publishing_has_everybody_evaluated_again_and_lists_tell_who_is_in()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything).Segment("german", """country = "DE" """));
        foreach (var (name, country) in new[] { ("anna", "DE"), ("ben", "AT"), ("cleo", "DE") })
        {
            await crm.HappenAsync($"{name}-1", Monday, Told(("country", country)), name);
        }

        crm.Clock.Now = Monday + Duration.FromDays(1);
        var german = SegmentKey.From("german");
        Assert.Equal(2, (await crm.Acme.Segments.CountAsync(german)).Members);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await crm.Acme.Segments.MembersAsync(german));

        var rules = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        var kept = rules with { Segments = [rules.Segments[0] with { Version = 2, Keeping = SegmentKeeping.Kept }] };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(kept), new PublishTerms { By = Actor.Host, Why = "kept", Expected = (await crm.Acme.Rules.ReadAsync()).Position });
        Assert.Equal(PublishStatus.Published, outcome.Status);
        crm.Clock.Now += Duration.FromHours(1);
        Assert.NotNull((await crm.Acme.Segments.MembersAsync(german)).ComputingSince);
        await crm.Runner.RunJobsAsync();

        var page = await crm.Acme.Segments.MembersAsync(german);
        Assert.Equal((null, "anna cleo"), (page.ComputingSince, string.Join(' ', page.Members.Select(each => each.Candidate.Value))));
        Assert.All(page.Members, each => Assert.Equal(Monday + Duration.FromDays(1), each.Since));
        Assert.Equal("cleo", Assert.Single((await crm.Acme.Segments.MembersAsync(german, page.Members[0])).Members).Candidate.Value);
        Assert.Equal(2, (await crm.Acme.Segments.CountAsync(german)).Members);
        Assert.Equal([(Monday + Duration.FromDays(1), "german", true, SegmentChangeCause.Rule)], await MovesAsync(crm));
        Assert.Equal(1, (await crm.Acme.Segments.CountAsync((await crm.Acme.Segments.ReadTextAsync("not segment in (\"german\")")).Required())).Members);
    }

    private static CrmUnderTest Crm(params (string Key, string? Rule)[] kept) =>
        new(rules: rules => rules.Take(TestRules.Everything with { Segments = [.. kept.Select(each => Kept(each.Key, each.Rule))] }));

    private static SegmentDefinition Kept(string key, string? rule) => new() { Key = SegmentKey.From(key), Rule = rule, Keeping = SegmentKeeping.Kept };

    private static SegmentMembershipDecided Decided(string segment, SegmentDecision decision) =>
        new() { Segment = SegmentKey.From(segment), Decision = decision, Reason = ReasonCode.From("by-hand") };

    private static AttributesChanged Told(params (string Name, AttributeValue Value)[] values) =>
        new() { Values = [.. values.Select(each => new FactField(FactCode.From(each.Name), each.Value))] };

    private static TimelineEvent Event(string id, Instant at, IFact fact) =>
        new() { Relationship = Histories.Anna, Id = EventId.From(id), OccurredAt = at, RecordedAt = at, Entry = fact };

    private static async Task<(Instant At, string Segment, bool IsIn, SegmentChangeCause Cause)[]> MovesAsync(CrmUnderTest crm) =>
    [
        .. (await crm.TimelineAsync()).Select(one => one.Entry switch
        {
            SegmentEntered entered => (one.OccurredAt, entered.Segment.Value, true, entered.Cause),
            SegmentLeft left => (one.OccurredAt, left.Segment.Value, false, left.Cause),
            _ => ((Instant, string, bool, SegmentChangeCause)?)null,
        }).OfType<(Instant, string, bool, SegmentChangeCause)>(),
    ];

    private sealed class Evaluations : PassObserver
    {
        internal List<string> Asked { get; } = [];

        internal List<bool> Named { get; } = [];

        internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
        {
            Asked.Add(string.Join(", ", pass.Asked.Select(key => key.Value).Order(StringComparer.Ordinal)));
            Named.Add(terms.Cause is not null || pass.Asked.Count > 0);
        }
    }
}
