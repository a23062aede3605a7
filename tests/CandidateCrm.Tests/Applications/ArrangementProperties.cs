using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

/// <summary>Interviews and offers of one application, through any history, against the plain way of looking at it.</summary>
public sealed class ArrangementProperties
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly Instant End = Histories.Start + Duration.FromDays(60);
    private static readonly InterviewId[] Talks = [InterviewId.From("int-1"), InterviewId.From("int-2")];
    private static readonly ActivationLog Rules = ActivationLog.Always(TestRules.Everything with { Expectations = [], Scores = [] });

    [Fact]
    public void Interviews_stand_where_the_last_thing_that_was_told_of_them_left_them() =>
        Check((history, until) =>
        {
            var oracle = new ArrangementOracle(history, until);
            var state = Replay(history, until).Next.Applications?.Find(App);
            return Talks.All(talk => state?.Find(talk)?.Status == oracle.StatusOf(talk) && string.Join(' ', state?.Find(talk)?.MissingFeedback() ?? []) == oracle.MissingOf(talk));
        });

    [Fact]
    public void Reminders_come_from_each_date_on_until_the_next_thing_happens() =>
        Check((history, until) => new ArrangementOracle(history, until).Reminders().Order(StringComparer.Ordinal).SequenceEqual(
            Raised<InterviewApproaching>(history, until, (at, near) => $"{near.Interview} {near.Reminder} {at}")));

    [Fact]
    public void Choices_lapse_once_unless_something_happened_before() =>
        Check((history, until) => new ArrangementOracle(history, until).LapsedChoices().Order(StringComparer.Ordinal).SequenceEqual(
            Raised<InterviewBookingLapsed>(history, until, (at, lapsed) => $"{lapsed.Interview} {at}")));

    [Fact]
    public void The_offer_stands_where_its_story_ends() =>
        Check((history, until) =>
        {
            var oracle = OfferOracle.Of(history, until);
            var offer = Replay(history, until).Next.Applications?.Find(App)?.Offer;
            return (offer is null ? "-" : $"{offer.Status} {offer.Offer} v{offer.Version}") == oracle.ToString()
                && Raised<OfferLapsed>(history, until, (_, lapsed) => $"{lapsed.AnswerBy}").SequenceEqual(oracle.Lapsed.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void What_was_held_is_remembered_when_the_interview_is_forgotten() =>
        Check((history, until) => (Replay(history, until).Next.Applications?.Find(App)?.WasInterviewed ?? false) == new ArrangementOracle(history, until).WasForgottenHeld());

    [Fact]
    public void No_name_of_an_announcement_is_ever_used_twice_and_an_ended_application_has_no_clock() =>
        Check((history, until) =>
        {
            var replay = Replay(history, until);
            var keys = replay.Effects.Select(effect => effect.Key).ToArray();
            return keys.Distinct().Count() == keys.Length && replay.Next.Faults.IsEmpty
                && replay.Next.Applications!.All.All(a => a.IsLive || replay.Next.NextChangeAt is null);
        });

    [Fact]
    public void The_histories_reach_every_status_of_interviews_and_offers_and_every_finding()
    {
        var decisions = Any.Generator.Sample(3_000, new Rnd(17), 50).Select(each => Replay(each.History, each.Until)).ToArray();
        var live = decisions.Select(d => d.Next.Applications?.Find(App)).OfType<ApplicationState>().ToArray();
        var findings = decisions.SelectMany(d => d.Derived).Select(e => e.Entry).OfType<FindingNoted>().Select(f => f.Code).ToHashSet();

        Assert.Equal(Enum.GetValues<InterviewStatus>().Order(), live.SelectMany(a => a.Interviews).Select(i => i.Status).Distinct().Order());
        Assert.Equal(Enum.GetValues<OfferStatus>().Order(), live.Select(a => a.Offer?.Status).OfType<OfferStatus>().Distinct().Order());
        Assert.Empty(((string[])
        [
            FindingCodes.InterviewUnknown, FindingCodes.InterviewOutOfTurn, FindingCodes.FeedbackNotHeld, FindingCodes.FeedbackNotOnPanel, FindingCodes.FeedbackUnknown, FindingCodes.OfferUnknown,
            FindingCodes.OfferAnotherLive, FindingCodes.OfferAnsweredLate, FindingCodes.OfferOutOfTurn, FindingCodes.OfferVersionOlder,
        ]).Except(findings));
    }

    /// <summary>One application from its submission on, few instants so that many things happen at one, ends and second lives.</summary>
    private static Arbitrary<(TimelineEvent[] History, Instant Until)> Any { get; } = Arb.From(
        from count in Gen.Choose(1, 14)
        from facts in Gen.ArrayOf(Histories.Moment.SelectMany(_ => Fact, (at, fact) => (at, fact)), count)
        from until in Gen.OneOf(Gen.Constant(End), Histories.Moment)
        select (Line(facts), until),
        each => Enumerable.Range(1, each.Item1.Length - 1).Select(i => (each.Item1.Where((_, j) => j != i).ToArray(), each.until)));

    private static Gen<IFact> Fact => Gen.Frequency(
        (14, Histories.Arrangement.Select(About)),
        (1, Gen.Constant<IFact>(new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("other") })),
        (1, Gen.Constant<IFact>(new ApplicationReopened { Application = App })));

    private static TimelineEvent[] Line((Instant At, IFact Fact)[] facts) =>
    [
        Histories.Event("submitted", Histories.Start - Duration.FromHours(1), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }),
        .. facts.Select((each, i) => Histories.Event($"e{i}", each.At, each.Fact)),
    ];

    private static IFact About(IFact fact) => fact switch
    {
        InterviewSlotsOffered one => one with { Application = App },
        InterviewScheduled one => one with { Application = App },
        InterviewRescheduled one => one with { Application = App },
        InterviewCancelled one => one with { Application = App },
        InterviewMissed one => one with { Application = App },
        InterviewHeld one => one with { Application = App },
        FeedbackGiven one => one with { Application = App },
        FeedbackWithdrawn one => one with { Application = App },
        OfferPrepared one => one with { Application = App },
        OfferMade one => one with { Application = App },
        OfferAccepted one => one with { Application = App },
        OfferDeclined one => one with { Application = App },
        OfferWithdrawn one => one with { Application = App },
        OfferExpired one => one with { Application = App },
        OfferRemoved one => one with { Application = App },
        _ => throw new InvalidOperationException($"Nobody said how {fact.GetType().Name} comes to another application."),
    };

    private static IEnumerable<string> Raised<T>(TimelineEvent[] history, Instant until, Func<Instant, T, string> said) =>
        Replay(history, until).Derived.Where(e => e.Entry is T).Select(e => said(e.OccurredAt, (T)e.Entry)).Order(StringComparer.Ordinal);

    private static Decision Replay(TimelineEvent[] history, Instant until) =>
        new RelationshipEngine().Replay(Histories.Anna, [.. history.Where(e => e.OccurredAt <= until).ToImmutableArray()], Rules, until);

    private static void Check(Func<TimelineEvent[], Instant, bool> holds) =>
        Prop.ForAll(Any, each => holds(each.History, each.Until)).Check(Tries.Of(1_500));
}
