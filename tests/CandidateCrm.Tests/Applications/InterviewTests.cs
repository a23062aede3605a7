using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Applications;

/// <summary>How an interview stands after what was told of it, and what is reported.</summary>
public sealed class InterviewTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly InterviewId Talk = InterviewId.From("int-1");
    private static readonly PersonId Ada = PersonId.From("ada");
    private static readonly PersonId Bob = PersonId.From("bob");
    private static readonly Instant Monday = At("2026-03-02T09:00:00Z");
    private static readonly Instant Friday = At("2026-03-06T13:00:00Z");

    private static readonly InterviewScheduled Planned = new()
    {
        Application = App,
        Interview = Talk,
        StartsAt = Friday,
        EndsAt = Friday + Duration.FromHours(1),
        Zone = "America/New_York",
        Round = InterviewRound.From("2"),
        Interviewers = [Bob, Ada, Bob],
    };

    [Fact]
    public void A_scheduled_interview_has_its_date_its_round_and_each_interviewer_once()
    {
        var talk = Alone(Planned);

        Assert.Equal((InterviewStatus.Scheduled, Friday, Friday + Duration.FromHours(1), "America/New_York", "2"), (talk.Status, talk.StartsAt, talk.EndsAt, talk.Zone, talk.Round.Value));
        Assert.Equal("ada bob", Names(talk.Interviewers));
        Assert.Equal((Monday + Duration.FromHours(1), 1), (talk.Since, talk.Number));
    }

    [Fact]
    public void A_new_date_leaves_zone_round_and_interviewers_as_they_were_and_forgets_the_end()
    {
        var talk = Alone(Planned, new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Friday + Duration.FromDays(3) });

        Assert.Equal((Friday + Duration.FromDays(3), null, "America/New_York", "2", 2), (talk.StartsAt, talk.EndsAt, talk.Zone, talk.Round.Value, talk.Number));
        Assert.Equal("ada bob", Names(talk.Interviewers));
        Assert.Equal([], Codes(Planned, new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Friday + Duration.FromDays(3) }));
    }

    [Fact]
    public void A_date_that_is_told_again_counts_once_and_opens_no_second_promise()
    {
        var again = Folded(Planned, Planned, new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Planned.StartsAt, EndsAt = Planned.EndsAt });

        Assert.Equal(1, Of(again).Number);
        Assert.Empty(CodesOf(again));
    }

    [Fact]
    public void Held_without_a_date_is_no_surprise_and_says_who_sat_there()
    {
        var held = Folded(new InterviewHeld { Application = App, Interview = Talk, Interviewers = [Ada] });

        Assert.Equal(InterviewStatus.Held, Of(held).Status);
        Assert.Equal("ada", Names(Of(held).MissingFeedback()));
        Assert.Empty(CodesOf(held));
    }

    [Fact]
    public void Who_really_interviewed_owes_the_feedback()
    {
        var talk = Alone(Planned, new InterviewHeld { Application = App, Interview = Talk, Interviewers = [Bob] });

        Assert.Equal("bob", Names(talk.MissingFeedback()));
        Assert.Equal("2", talk.Round.Value);
    }

    [Fact]
    public void Held_again_adds_who_was_there_and_stays_held_since_the_first_time()
    {
        var held = Folded(new InterviewHeld { Application = App, Interview = Talk }, new InterviewHeld { Application = App, Interview = Talk, Interviewers = [Ada] });

        Assert.Equal(Monday + Duration.FromHours(1), Of(held).Since);
        Assert.Equal("ada", Names(Of(held).MissingFeedback()));
        Assert.Empty(CodesOf(held));
    }

    [Fact]
    public void Feedback_is_missing_from_each_interviewer_until_it_is_given_and_again_when_it_is_taken_back()
    {
        var held = new InterviewHeld { Application = App, Interview = Talk };
        var given = new FeedbackGiven { Application = App, Interview = Talk, By = Ada, Verdict = FeedbackVerdict.From("hire") };
        var back = new FeedbackWithdrawn { Application = App, Interview = Talk, By = Ada };

        Assert.Empty(Alone(Planned).MissingFeedback());
        Assert.Equal("ada bob", Names(Alone(Planned, held).MissingFeedback()));
        Assert.Equal("bob", Names(Alone(Planned, held, given).MissingFeedback()));
        Assert.Equal("bob", Names(Alone(Planned, held, given, given).MissingFeedback()));
        Assert.Equal("ada bob", Names(Alone(Planned, held, given, back).MissingFeedback()));
        Assert.Empty(Codes(Planned, held, given, given, back));

        var missing = Folded(Planned, held, given).Next.Applications!.MissingFeedback().Single();
        Assert.Equal((App, Talk, "2", Bob, Monday + Duration.FromHours(2)), (missing.Application, missing.Interview, missing.Round.Value, missing.From, missing.Since));
    }

    [Fact]
    public void Feedback_that_is_told_before_the_interview_was_held_counts()
    {
        var early = Folded(Placed(Planned, Monday), Placed(new FeedbackGiven { Application = App, Interview = Talk, By = Ada }, Friday + Duration.FromMinutes(50)), Placed(new InterviewHeld { Application = App, Interview = Talk }, Friday + Duration.FromHours(1)));

        Assert.Equal("bob", Names(Of(early).MissingFeedback()));
        Assert.Empty(CodesOf(early));
    }

    [Fact]
    public void Dates_to_choose_from_are_open_until_one_is_booked()
    {
        var until = Monday + Duration.FromDays(2);
        var offered = Folded(new InterviewSlotsOffered { Application = App, Interview = Talk, Until = until });
        var booked = Folded(new InterviewSlotsOffered { Application = App, Interview = Talk, Until = until }, Planned);

        Assert.Equal((InterviewStatus.SlotsOffered, until, until), (Of(offered).Status, Of(offered).BookBy, offered.Next.NextChangeAt));
        Assert.Equal((InterviewStatus.Scheduled, null, 2), (Of(booked).Status, Of(booked).BookBy, Of(booked).Number));
        Assert.Empty(CodesOf(booked));
    }

    [Fact]
    public void A_choice_lapses_after_its_last_instant_and_what_is_booked_later_counts_all_the_same()
    {
        var until = Monday + Duration.FromHours(4);
        var offered = new InterviewSlotsOffered { Application = App, Interview = Talk, Until = until };
        var atTheLastInstant = Folded(Placed(offered, Monday), Placed(Planned, until));
        var lapsed = Folded(until, Placed(offered, Monday));
        var late = Folded(Placed(offered, Monday), Placed(Planned, until + Duration.FromTicks(10)));

        Assert.DoesNotContain(atTheLastInstant.Derived, e => e.Entry is InterviewBookingLapsed);
        Assert.Equal(new InterviewBookingLapsed { Application = App, Interview = Talk, Until = until, Ordinal = 1 }, Assert.Single(lapsed.Derived, e => e.Entry is InterviewBookingLapsed && e.OccurredAt == until).Entry);
        Assert.Equal((InterviewStatus.SlotsLapsed, until, null), (Of(lapsed).Status, Of(lapsed).Since, Of(lapsed).BookBy));
        Assert.Equal(InterviewStatus.Scheduled, Of(late).Status);
        Assert.Contains(late.Derived, e => e.Entry is InterviewBookingLapsed);
        Assert.Empty(CodesOf(late));
    }

    [Fact]
    public void A_choice_that_is_over_when_it_is_told_lapses_at_once()
    {
        var late = Folded(new InterviewSlotsOffered { Application = App, Interview = Talk, Until = Monday - Duration.FromDays(1) });

        Assert.Equal(InterviewStatus.SlotsLapsed, Of(late).Status);
        Assert.Empty(late.Next.Faults);
    }

    public static TheoryData<string, IFact[], string[]> OutOfTurn => new()
    {
        { "held", [Planned, new InterviewCancelled { Application = App, Interview = Talk }, new InterviewHeld { Application = App, Interview = Talk }], ["interview.out_of_turn app-1:int-1:cancelled:hold"] },
        { "held", [Planned, Missed, new InterviewHeld { Application = App, Interview = Talk }], ["interview.out_of_turn app-1:int-1:missed:hold"] },
        { "cancelled", [new InterviewHeld { Application = App, Interview = Talk }, new InterviewCancelled { Application = App, Interview = Talk }], ["interview.out_of_turn app-1:int-1:held:cancel"] },
        { "scheduled", [Planned, new InterviewCancelled { Application = App, Interview = Talk }, new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Friday }], ["interview.out_of_turn app-1:int-1:cancelled:reschedule"] },
        { "scheduled", [Planned, Planned with { StartsAt = Friday - Duration.FromHours(2) }], ["interview.out_of_turn app-1:int-1:scheduled:schedule"] },
        { "scheduled", [Planned, Missed, Planned], [] },
        { "scheduled", [Planned, new InterviewCancelled { Application = App, Interview = Talk }, Planned], [] },
        { "missed", [Planned, Missed, Missed], [] },
        { "cancelled", [Planned, new InterviewCancelled { Application = App, Interview = Talk }, new InterviewCancelled { Application = App, Interview = Talk }], [] },
        { "scheduled", [new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Friday }], ["interview.unknown app-1:int-1"] },
        { "cancelled", [new InterviewCancelled { Application = App, Interview = Talk }], ["interview.unknown app-1:int-1"] },
        { "missed", [Missed], ["interview.unknown app-1:int-1"] },
        { "untold", [Feedback], ["interview.unknown app-1:int-1"] },
        { "scheduled", [Planned, Feedback], ["feedback.not_held app-1:int-1"] },
        { "cancelled", [Planned, new InterviewCancelled { Application = App, Interview = Talk }, Feedback], ["feedback.not_held app-1:int-1"] },
        { "held", [Planned, new InterviewHeld { Application = App, Interview = Talk }, Feedback with { By = PersonId.From("cy") }], ["feedback.not_on_panel app-1:int-1"] },
        { "held", [new InterviewHeld { Application = App, Interview = Talk }, Feedback with { By = PersonId.From("cy") }], [] },
        { "held", [Planned, new InterviewHeld { Application = App, Interview = Talk }, new FeedbackWithdrawn { Application = App, Interview = Talk, By = Ada }], ["feedback.unknown app-1:int-1"] },
        { "held", [new InterviewHeld { Application = App, Interview = Talk }, new FeedbackWithdrawn { Application = App, Interview = InterviewId.From("int-9"), By = Ada }], ["interview.unknown app-1:int-9"] },
    };

    [Theory]
    [MemberData(nameof(OutOfTurn), DisableDiscoveryEnumeration = true)]
    public void What_does_not_fit_is_followed_and_reported(string status, IFact[] facts, string[] findings)
    {
        var decision = Folded(facts);

        Assert.Equal(status, Of(decision).Status.ToString().ToLowerInvariant());
        Assert.Equal(findings, FindingsOf(decision));
    }

    [Fact]
    public void An_application_that_ended_waits_for_nothing_and_keeps_only_the_interviews_from_which_feedback_is_missing()
    {
        var held = new InterviewHeld { Application = App, Interview = Talk, Interviewers = [Ada] };
        var ended = Folded(Planned, held, Withdrawn);
        var complete = Folded(Planned, held, Feedback, Withdrawn).Next.Applications!.Find(App)!;
        var later = Folded(Planned, held, Withdrawn, Feedback).Next.Applications!.Find(App)!;

        Assert.Equal((Talk, false), (Assert.Single(ended.Next.Applications!.Find(App)!.Interviews).Interview, ended.Next.Applications.Find(App)!.WasInterviewed));
        Assert.Empty(ended.Next.Applications.MissingFeedback());
        Assert.All([complete, later], state => Assert.Equal((true, true), (state.Interviews.IsEmpty, state.WasInterviewed)));
        Assert.Empty(Folded(Planned, Withdrawn).Next.Applications!.Find(App)!.Interviews);
        Assert.Null(Folded(Planned, Withdrawn).Next.NextChangeAt);
    }

    [Fact]
    public void What_clears_up_after_the_end_is_no_contradiction_and_a_new_date_is_one()
    {
        var clearing = Folded(Planned, Withdrawn, new InterviewCancelled { Application = App, Interview = Talk }, Feedback, new FeedbackWithdrawn { Application = App, Interview = Talk, By = Ada });
        var another = Folded(Planned, Withdrawn, Planned);

        Assert.Empty(CodesOf(clearing));
        Assert.Equal([FindingCodes.ApplicationEndedAlready], CodesOf(another));
        Assert.Empty(another.Next.Applications!.Find(App)!.Interviews);
    }

    [Fact]
    public void An_application_that_goes_on_has_forgotten_its_interviews_but_uses_no_number_again()
    {
        var again = Folded(Planned, Withdrawn, new ApplicationReopened { Application = App }, Feedback, Planned with { StartsAt = Friday + Duration.FromDays(7) });

        Assert.Empty(CodesOf(again));
        Assert.Equal(2, Of(again).Number);
    }

    private static InterviewMissed Missed => new() { Application = App, Interview = Talk, By = Absentee.Candidate };

    private static FeedbackGiven Feedback => new() { Application = App, Interview = Talk, By = Ada };

    private static ApplicationEnded Withdrawn => new() { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("skills") };

    private static InterviewState Alone(params IFact[] facts) => Of(Folded(facts));

    private static string[] Codes(params IFact[] facts) => CodesOf(Folded(facts));

    private static InterviewState Of(Decision decision) => decision.Next.Applications!.Find(App)!.Find(Talk)!;

    private static string[] CodesOf(Decision decision) => [.. FindingsOf(decision).Select(each => each.Split(' ')[0])];

    private static string[] FindingsOf(Decision decision) =>
        [.. decision.Derived.Select(e => e.Entry).OfType<FindingNoted>().Select(finding => $"{finding.Code} {finding.Subject}")];

    /// <summary>Folds an application and then the facts, an hour after one another.</summary>
    private static Decision Folded(params IFact[] facts) => Folded([.. facts.Select((fact, i) => Placed(fact, Monday + Duration.FromHours(i + 1)))]);

    private static Decision Folded(params (Instant At, IFact Fact)[] facts) => Folded(facts[^1].At, facts);

    private static Decision Folded(Instant until, params (Instant At, IFact Fact)[] facts)
    {
        var submitted = Histories.Event("submitted", Monday - Duration.FromHours(1), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        var told = facts.Select((fact, i) => Histories.Event($"f{i}", fact.At, fact.Fact));
        return new RelationshipEngine().Replay(Histories.Anna, [submitted, .. told], Rules, until);
    }

    private static string Names(IEnumerable<PersonId> persons) => string.Join(' ', persons);

    private static ActivationLog Rules { get; } = ActivationLog.Always(TestRules.Everything with { Expectations = [], Scores = [] });

    private static (Instant At, IFact Fact) Placed(IFact fact, Instant at) => (at, fact);

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
