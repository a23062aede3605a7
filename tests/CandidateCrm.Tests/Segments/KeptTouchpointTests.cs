using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>Kept segments over single touchpoints: what of these the relationship keeps for them.</summary>
public sealed class KeptTouchpointTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly Instant Monday = Histories.Start;
    private static readonly SegmentKey Opener = SegmentKey.From("opener");

    // Days are of the calendar, and the clocks go forward in between.
    private static readonly Duration SummerTime = Duration.FromHours(1);

    private const string ThreeOpens = """count(touchpoints where kind = "email.opened" and at in last 30 days) >= 3""";

    [Fact]
    public async Task The_third_open_of_thirty_days_brings_somebody_in_and_the_oldest_that_leaves_takes_them_out()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Segments = [Kept("opener", ThreeOpens)] }));
        foreach (var day in new[] { 0, 10, 12 })
        {
            await crm.HappenAsync($"opened-{day}", Monday + Duration.FromDays(day), Opened);
        }

        await crm.HappenAsync("later", Monday + Duration.FromDays(40), new CustomFact { Code = FactCode.From("nothing") });
        Assert.Equal([(Monday + Duration.FromDays(12), true, SegmentChangeCause.Data), (Monday + Duration.FromDays(30) - SummerTime, false, SegmentChangeCause.Time)], await MovesAsync(crm));

        await crm.HappenAsync("late", Monday + Duration.FromDays(11), Opened);
        Assert.Equal([(Monday + Duration.FromDays(11), true, SegmentChangeCause.Data), (Monday + Duration.FromDays(40) - SummerTime, false, SegmentChangeCause.Time)], await MovesAsync(crm));

        await crm.HappenAsync("taken-back", Monday + Duration.FromDays(41), new FactsRetracted { Events = [EventId.From("opened-10"), EventId.From("opened-12")], Reason = ReasonCode.From("mistake") });
        Assert.Empty(await MovesAsync(crm));
    }

    [Theory]
    [InlineData(SegmentKeeping.OnDemand)]
    [InlineData(SegmentKeeping.Kept)]
    public async Task Who_refers_to_a_segment_over_touchpoints_asks_the_timeline_or_what_is_stored(SegmentKeeping keeping)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with
        {
            Segments =
            [
                new SegmentDefinition { Key = Opener, Rule = """some touchpoints where kind = "email.opened" """, Keeping = keeping },
                new SegmentDefinition { Key = SegmentKey.From("between"), Rule = """segment in ("opener")""" },
            ],
        }));
        crm.Clock.Now = Monday + Duration.FromDays(1);
        await crm.HappenAsync("opened", Monday, Opened);
        var rule = (await crm.Acme.Segments.ReadTextAsync("""segment in ("between")""")).Required();

        Assert.True(await crm.Acme.Segments.MatchesAsync(Anna, rule));
        Assert.Equal(1, (await crm.Acme.Segments.CountAsync(rule)).Members);
        Assert.False(await crm.Acme.Segments.MatchesAsync(Anna, (await crm.Acme.Segments.ReadTextAsync("""segment not in ("between")""")).Required()));
    }

    [Fact]
    public async Task A_rule_that_begins_to_ask_for_touchpoints_has_what_came_before_it()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Segments = [Kept("opener", "everyone")] }));
        foreach (var day in new[] { 0, 1, 2 })
        {
            await crm.HappenAsync($"opened-{day}", Monday + Duration.FromDays(day), Opened);
            await crm.HappenAsync($"clicked-{day}", Monday + Duration.FromDays(day), new TouchpointRecorded { Kind = TouchKinds.EmailClicked, Direction = Direction.Inbound }, "ben");
        }

        crm.Clock.Now = Monday + Duration.FromDays(3);
        await PublishAsync(crm, Kept("opener", ThreeOpens) with { Version = 2 });
        Assert.Equal("anna", await MembersAsync(crm));

        await PublishAsync(crm, Kept("opener", """some touchpoints where kind = "email.clicked" """) with { Version = 3 });
        Assert.Equal("ben", await MembersAsync(crm));
    }

    [Fact]
    public void Ten_thousand_touchpoints_leave_few_behind()
    {
        SegmentDefinition[] segments =
        [
            Kept("opener", ThreeOpens), Kept("quiet", """no touchpoints where direction = "outbound" and at in last 90 days"""), Kept("old", "count(touchpoints where at more than 5 years ago) >= 10"),
            Kept("all", """all touchpoints where at in last 30 days or kind != "email.opened" """), Kept("week", "count(touchpoints where at in this week) = 4"), Kept("replied", """count(touchpoints where kind = "email.replied") <= 20"""),
            Kept("half", """count(touchpoints where kind = "email.opened") >= 50%"""),
        ];
        TouchKind[] kinds = [TouchKinds.EmailOpened, TouchKinds.EmailClicked, TouchKinds.EmailReplied, TouchKinds.EmailOpened];
        TimelineEvent[] events =
        [
            .. Enumerable.Range(0, 10_000).Select(i => Event($"touch-{i}", Monday + Duration.FromHours(9 * i), new TouchpointRecorded { Kind = kinds[i % 4], Direction = i % 3 == 0 ? Direction.Outbound : Direction.Inbound })),
        ];
        var rules = TestRules.Everything with { Segments = [.. segments] };
        var end = Monday + Duration.FromHours(90_000);
        var state = new RelationshipEngine().Replay(Histories.Anna, events, ActivationLog.Always(rules), end).Next;

        Assert.InRange(state.Segments!.Touches!.Open.Length, 1, 40);
        var wide = CandidateView.Of(state, end, events);
        var wanted = segments.Where(each => TenantSegments.Of(rules).Find(each.Key)!.Predicate!.Holds(wide, end, rules.Zone)).Select(each => each.Key.Value).Order(StringComparer.Ordinal);
        Assert.Equal(wanted, state.Segments.Standings.Where(each => each.IsMember).Select(each => each.Segment.Value));
        Assert.Equal(10_000, state.Segments.Touches.Past + state.Segments.Touches.Open.Length);
    }

    [Fact]
    public void Where_no_kept_rule_asks_nothing_is_kept_of_touchpoints()
    {
        var rules = ActivationLog.Always(TestRules.Everything with { Segments = [Kept("known", "firstContactAt has value"), Kept("opener", ThreeOpens) with { Keeping = SegmentKeeping.OnDemand }] });
        var state = new RelationshipEngine().Replay(Histories.Anna, [Event("a", Monday, Opened)], rules).Next;
        Assert.Null(state.Segments!.Touches);
        Assert.True(state.Segments.Find(SegmentKey.From("known"))!.IsMember);
        Assert.Equal(Monday, state.Contact!.FirstTouchpointAt);
    }

    private static TouchpointRecorded Opened => new() { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound };

    private static SegmentDefinition Kept(string key, string rule) => new() { Key = SegmentKey.From(key), Rule = rule, Keeping = SegmentKeeping.Kept };

    private static TimelineEvent Event(string id, Instant at, IFact fact) =>
        new() { Relationship = Histories.Anna, Id = EventId.From(id), OccurredAt = at, RecordedAt = at, Entry = fact };

    private static async Task PublishAsync(CrmUnderTest crm, SegmentDefinition segment)
    {
        var read = await crm.Acme.Rules.ReadAsync();
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(read.InForce.Rules with { Segments = [segment] }), new PublishTerms { By = Actor.Host, Why = "kept", Expected = read.Position });
        Assert.Equal(PublishStatus.Published, outcome.Status);
        crm.Clock.Now += Duration.FromHours(1);
        await crm.Runner.RunJobsAsync();
    }

    private static async Task<string> MembersAsync(CrmUnderTest crm) =>
        string.Join(' ', (await crm.Acme.Segments.MembersAsync(Opener)).Members.Select(each => each.Candidate.Value));

    private static async Task<(Instant At, bool IsIn, SegmentChangeCause Cause)[]> MovesAsync(CrmUnderTest crm) =>
    [
        .. (await crm.TimelineAsync()).Where(one => !one.Retracted).Select(one => one.Entry switch
        {
            SegmentEntered entered => (one.OccurredAt, true, entered.Cause),
            SegmentLeft left => (one.OccurredAt, false, left.Cause),
            _ => ((Instant, bool, SegmentChangeCause)?)null,
        }).OfType<(Instant, bool, SegmentChangeCause)>(),
    ];
}
