using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

/// <summary>Any facts about applications in any order, closings among them, beside an oracle that keeps no more than three marks of each application.</summary>
public sealed class ClosedRequisitionProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly ActivationLog Log = ActivationLog.Always(TestRules.Everything with
    {
        Pipelines = [TestRules.Everything.Pipelines[0] with { SameApplicationWithin = Duration.Zero }],
        Expectations = TestRules.Everything.Expectations.Add(StandardExpectations.AnswerWhenClosed(TestRules.Office, Limit.BusinessDays(2))),
    });

    private static readonly Instant End = Histories.Start + Duration.FromDays(80);
    private static readonly Config Many = Tries.Of(400);

    private static Gen<JobApplicationId> Application { get; } = Gen.Elements("app-1", "app-2", "app-3", "app-4").Select(JobApplicationId.From);

    private static Gen<RequisitionId> Requisition { get; } = Gen.Elements("req-1", "req-2").Select(RequisitionId.From);

    private static Gen<IFact> Fact { get; } = Gen.Frequency(
        (4, Application.SelectMany(_ => Requisition, IFact (a, r) => new ApplicationSubmitted { Application = a, Requisition = r })),
        (2, Application.SelectMany(_ => Gen.Elements("screening", "interview", "nowhere"), IFact (a, s) => new StageEntered { Application = a, Stage = StageKey.From(s) })),
        (2, Application.Select(IFact (a) => new OfferMade { Application = a })),
        (1, Application.Select(IFact (a) => new ApplicationEnded { Application = a, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") })),
        (1, Application.Select(IFact (a) => new CandidateHired { Application = a })),
        (1, Application.Select(IFact (a) => new ApplicationReopened { Application = a })),
        (1, Application.Select(IFact (a) => new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = a })),
        (4, Requisition.Select(IFact (r) => new RequisitionClosed { Requisition = r, Reason = CloseReasons.Filled })));

    private static Arbitrary<TimelineEvent[]> Lines { get; } = Arb.From(
        from count in Gen.Choose(1, 25)
        from events in Gen.ArrayOf(Histories.Moment.SelectMany(_ => Fact, (at, fact) => (at, fact)), count)
        from orders in Gen.ArrayOf(Gen.Choose(0, 2), count)
        select events.Select((e, i) => Histories.Event($"e{i}", e.at, e.fact, orders[i])).ToArray(),
        events => events.Length <= 1 ? [] : Enumerable.Range(0, events.Length).Select(i => events.Where((_, j) => j != i).ToArray()));

    [Fact]
    public void Closing_ends_exactly_the_live_applications_for_it_without_an_offer() => Prop.ForAll(Lines, events =>
    {
        var decision = Replay(events);
        var (marks, closed, offers) = Oracle.Of(events);
        var state = decision.Next.Applications?.All ?? [];
        return state.Select(a => (a.Application, a.IsLive, a.Requisition, StandingOffer.Has(a))).ToHashSet().SetEquals(marks.Select(m => (m.Key, m.Value.IsLive, m.Value.Requisition, m.Value.HasOffer)))
            && Causes<PositionClosedFor>(decision, e => e.Application.Value).SequenceEqual(closed.Order(StringComparer.Ordinal))
            && Causes<FindingNoted>(decision, e => e.Code == FindingCodes.ClosedWithOffer ? e.Subject : null).SequenceEqual(offers.Order(StringComparer.Ordinal));
    }).Check(Many);

    [Fact]
    public void The_cases_hold_what_the_properties_are_about()
    {
        var all = Tries.Sample(Lines.Generator, 400, 400).Select(Oracle.Of).ToArray();

        Assert.True(all.Count(one => one.Closed.Count > 0) >= 100);
        Assert.True(all.Count(one => one.Offers.Count > 0) >= 40);
    }

    [Fact]
    public void Whatever_the_order_of_arrival_and_however_often_told_the_end_is_the_same() => Prop.ForAll(Lines, events =>
        StateText.Of(Replay([.. events.Reverse(), .. events]).Next) == StateText.Of(Replay(events).Next)).Check(Many);

    [Fact]
    public void Recorded_one_by_one_in_any_order_it_is_what_a_replay_makes() => Prop.ForAll(Lines, events =>
    {
        CheckAsync(events).GetAwaiter().GetResult();
    }).Check(Tries.Of(60));

    [Fact]
    public void Figures_say_of_each_application_what_the_state_says() => Prop.ForAll(Lines, events =>
    {
        var state = Replay(events).Next.Applications?.All ?? [];
        return PathReader.Read(Histories.Anna, events, Log).Select(p => (p.Application, p.Outcome == PathOutcome.Open)).ToHashSet().SetEquals(state.Where(a => a.Status is ApplicationStatus.Live or ApplicationStatus.Ended).Select(a => (a.Application, a.IsLive)));
    }).Check(Many);

    [Fact]
    public void No_announcement_and_no_answer_has_the_name_of_another() => Prop.ForAll(Lines, events =>
    {
        var derived = Replay(events).Derived.Select(e => e.Entry).ToArray();
        var keys = derived.OfType<PositionClosedFor>().Select(e => AnnouncementKeys.Of(e)).ToArray();
        var answers = derived.OfType<PromiseOpened>().Select(e => e.Promise).ToArray();
        return keys.Distinct().Count() == keys.Length && answers.Distinct().Count() == answers.Length;
    }).Check(Many);

    [Fact]
    public void Who_is_closed_is_owed_an_answer_as_soon_as_they_may_be_told_and_nobody_else() => Prop.ForAll(Lines, events =>
    {
        var derived = Replay(events).Derived;
        var closed = derived.Where(e => e.Entry is PositionClosedFor).Select(e => ((PositionClosedFor)e.Entry).Application.Value).ToHashSet();
        var atOnce = derived.Where(e => e.Entry is PositionClosedFor { WaitsFor: null }).Select(e => (e.OccurredAt, ((PositionClosedFor)e.Entry).Application.Value));
        var asked = derived.Where(e => e.Entry is RefusalDue).SelectMany(e => ((RefusalDue)e.Entry).Covers.Select(each => (e.OccurredAt, each.Value))).ToHashSet();
        var owed = derived.Where(e => e.Entry is PromiseOpened { Promise.Expectation: var key } && key.Value == "answer-when-closed").Select(e => (e.OccurredAt, ((PromiseOpened)e.Entry).Promise.Subject)).ToHashSet();
        return owed.IsSupersetOf(atOnce) && owed.IsSubsetOf(asked) && owed.All(each => closed.Contains(each.Subject));
    }).Check(Many);

    private static async Task CheckAsync(TimelineEvent[] events)
    {
        await using var crm = new Timeline.CrmUnderTest(rules: rules => rules.Take(Log.Entries[0].Rules));
        foreach (var one in events)
        {
            await crm.Acme.RecordAsync(Timeline.CrmUnderTest.Told(one));
        }

        await Timeline.ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate, Log);
    }

    private static IEnumerable<string> Causes<T>(Decision decision, Func<T, string?> subject)
        where T : IDerivedEvent =>
        decision.Derived.Where(e => e.Entry is T && subject((T)e.Entry) is not null).Select(e => $"{e.Cause} {subject((T)e.Entry)}").Order(StringComparer.Ordinal);

    private static Decision Replay(TimelineEvent[] events) => Engine.Replay(Histories.Anna, events, Log, End);

    /// <summary>What is known of one application.</summary>
    private sealed class Marks
    {
        internal bool IsSubmitted { get; set; }

        internal bool IsLive { get; set; } = true;

        internal RequisitionId Requisition { get; set; }

        /// <summary>Gets whether there is an offer; it stands where the application is live.</summary>
        internal bool WasOffered { get; set; }

        internal bool HasOffer => WasOffered && IsLive;
    }

    private static class Oracle
    {
        internal static (Dictionary<JobApplicationId, Marks> Marks, List<string> Closed, List<string> Offers) Of(TimelineEvent[] events)
        {
            var (marks, closed, offers) = (new Dictionary<JobApplicationId, Marks>(), new List<string>(), new List<string>());
            foreach (var one in events.OrderBy(e => e.Place))
            {
                if (one.Entry is RequisitionClosed closing)
                {
                    foreach (var (id, mark) in marks.Where(m => m.Value.IsLive && m.Value.Requisition == closing.Requisition))
                    {
                        mark.IsLive = mark.HasOffer;
                        (mark.HasOffer ? offers : closed).Add($"{one.Id} {id}");
                    }
                }
                else if (one.Entry is IApplicationFact fact)
                {
                    marks.TryAdd(fact.Application, new Marks());
                    Follow(marks[fact.Application], fact);
                }
            }

            return (marks, closed, offers);
        }

        private static void Follow(Marks mark, IApplicationFact fact)
        {
            switch (fact)
            {
                case ApplicationSubmitted submitted when !mark.IsSubmitted:
                    (mark.IsSubmitted, mark.Requisition) = (true, submitted.Requisition);
                    break;
                case StageEntered or ApplicationReopened:
                    mark.IsLive = true;
                    break;
                case OfferMade:
                    mark.WasOffered = true;
                    break;
                case ApplicationEnded or CandidateHired:
                    mark.IsLive = false;
                    break;
                default:
                    break;
            }
        }
    }
}
