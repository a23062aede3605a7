using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using static CandidateCrm.Tests.Charter.CharterScenes;

namespace CandidateCrm.Tests.Charter;

/// <summary>Rebase, dates that were told, prohibitions, scopes and the ready-made expectations, from the fact to what follows.</summary>
public sealed class CharterStoryTests
{
    private static readonly PromiseKey Acknowledged = new(CharterRules.Acknowledge.Key, "app-1", 1);

    [Fact]
    public void A_new_version_leaves_what_runs_alone_until_a_rebase_is_ordered()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(CharterRules.Acknowledge) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-02T10:00:00Z"), Rules = CharterRules.Of(CharterRules.Acknowledge with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(20)) }) },
        ]);
        var before = Replay(log, "2026-03-02T10:30:00Z", ("s", "2026-03-02T09:00:00Z", Submitted));
        var after = Replay(log, "2026-03-02T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("r", "2026-03-02T11:30:00Z", new RebaseOrdered { Expectation = CharterRules.Acknowledge.Key }));

        Assert.Equal((1, At("2026-03-02T13:00:00Z")), (Only(before).Version, Only(before).DueAt));
        Assert.Equal((2, At("2026-03-04T13:00:00Z"), 1), (Only(after).Version, Only(after).DueAt, Only(after).LevelsPassed));
        Assert.Equal(
            new PromiseRebased { Promise = Acknowledged, OldVersion = 1, Version = 2, OldDueAt = At("2026-03-02T13:00:00Z"), DueAt = At("2026-03-04T13:00:00Z"), Number = 1 },
            Assert.Single(Events<PromiseRebased>(after)));
    }

    [Fact]
    public void A_rebase_keeps_pauses_and_touches_nothing_that_is_over()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(CharterRules.Acknowledge) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-02T10:00:00Z"), Rules = CharterRules.Of(CharterRules.Acknowledge with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(6)) }) },
        ]);
        var other = JobApplicationId.From("app-2");
        var replay = Replay(log, "2026-03-03T12:00:00Z",
            ("t", "2026-03-02T09:00:00Z", new ApplicationSubmitted { Application = other, Requisition = RequisitionId.From("req-2") }),
            ("s", "2026-03-02T09:30:00Z", Submitted),
            ("w", "2026-03-02T10:00:00Z", new WaitingBegan { Application = App, Reason = CharterRules.Delay }),
            ("x", "2026-03-02T12:00:00Z", new WaitingEnded { Application = App, Reason = CharterRules.Delay }),
            ("r", "2026-03-02T15:00:00Z", new RebaseOrdered { Expectation = CharterRules.Acknowledge.Key }));

        Assert.Equal(PromiseState.Broken, replay.Next.Charter!.Promises.Single(p => p.Key.Subject == "app-2").State);
        var rebased = replay.Next.Charter.Promises.Single(p => p.Key.Subject == "app-1");
        Assert.Equal((2, At("2026-03-03T09:30:00Z"), 1), (rebased.Version, rebased.State == PromiseState.Broken ? rebased.DueAt : null, rebased.Pauses.Length));
        Assert.Equal([Acknowledged], Events<PromiseRebased>(replay).Select(e => e.Promise));
    }

    [Fact]
    public void A_rebase_that_no_rule_answers_is_a_finding()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = At("2026-03-02T00:00:00Z"), Rules = CharterRules.Of(CharterRules.Acknowledge) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-02T10:00:00Z"), Rules = CharterRules.Of(CharterRules.Decide) },
        ]);
        var replay = Replay(log, "2026-03-02T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("r", "2026-03-02T11:00:00Z", new RebaseOrdered { Expectation = CharterRules.Acknowledge.Key }));

        Assert.Equal(FindingCodes.RebaseImpossible, Assert.Single(Events<FindingNoted>(replay)).Code);
        Assert.Equal((1, At("2026-03-02T13:00:00Z")), (Only(replay).Version, Only(replay).DueAt));
    }

    [Fact]
    public void A_date_that_was_told_and_moves_is_owed_anew_until_the_new_one_is_told()
    {
        var tell = StandardExpectations.TellMovedDates(CharterRules.Office, Limit.WorkingTime(Duration.FromHours(2)));
        var log = ActivationLog.Always(CharterRules.Of(CharterRules.Acknowledge, tell));
        (string, string, IFact)[] told =
        [
            ("s", "2026-03-02T09:00:00Z", Submitted),
            ("d", "2026-03-02T09:05:00Z", new DueTold { Promise = Acknowledged, DueAt = At("2026-03-02T13:00:00Z") }),
            ("w", "2026-03-02T10:00:00Z", new WaitingBegan { Application = App, Reason = CharterRules.Delay }),
            ("x", "2026-03-02T12:00:00Z", new WaitingEnded { Application = App, Reason = CharterRules.Delay }),
        ];
        var owed = Replay(log, "2026-03-02T12:30:00Z", told);
        var answered = Replay(log, "2026-03-02T13:30:00Z", [.. told, ("e", "2026-03-02T13:00:00Z", new DueTold { Promise = Acknowledged, DueAt = At("2026-03-02T15:00:00Z") })]);
        var silent = Replay(log, "2026-03-02T14:30:00Z", told);

        Assert.Equal((At("2026-03-02T13:00:00Z"), At("2026-03-02T15:00:00Z")), Events<PromiseDueMoved>(owed).Select(e => (e.ToldDueAt, e.DueAt)).Single());
        Assert.Contains(owed.Next.Charter!.Promises, p => p.Key.Expectation == tell.Key && p.DueAt == At("2026-03-02T14:00:00Z"));
        Assert.Contains(Events<PromiseKept>(answered), kept => kept.Promise.Expectation == tell.Key);
        Assert.Equal(At("2026-03-02T15:00:00Z"), answered.Next.Charter!.Promises.Single().ToldDueAt);
        Assert.Contains(Events<PromiseBroken>(silent), broken => broken.Promise.Expectation == tell.Key);
    }

    [Fact]
    public void What_was_told_under_other_zone_data_stands()
    {
        var log = ActivationLog.Always(CharterRules.Of(CharterRules.Acknowledge));
        var replay = Replay(log, "2026-03-02T13:30:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted),
            ("d", "2026-03-02T09:05:00Z", new DueTold { Promise = Acknowledged, DueAt = At("2026-03-02T14:00:00Z"), ZoneDataVersion = "TZDB: 2020a" }));

        Assert.Equal((At("2026-03-02T14:00:00Z"), "TZDB: 2020a", PromiseState.Open), (Only(replay).DueAt, Only(replay).ZoneDataVersion, Only(replay).State));
        Assert.Equal(FindingCodes.ZoneDataDiffers, Assert.Single(Events<FindingNoted>(replay)).Code);
        Assert.Empty(Events<PromiseDueMoved>(replay));
    }

    [Theory]
    [InlineData("acknowledge", "app-1", 1, false)]
    [InlineData("acknowledge", "app-1", 2, true)] // the next cycle has not begun
    [InlineData("acknowledge", "app-9", 1, true)]
    [InlineData("acknowledge", "*", 1, true)]
    [InlineData("decide", "app-1", 1, true)]
    public void A_date_of_a_promise_that_was_never_made_is_a_finding(string expectation, string subject, int ordinal, bool isFound)
    {
        var told = new DueTold { Promise = new PromiseKey(ExpectationKey.From(expectation), subject, ordinal), DueAt = At("2026-03-02T13:00:00Z") };
        (string, string, IFact)[] running = [("s", "2026-03-02T09:00:00Z", Submitted), ("d", "2026-03-02T10:00:00Z", told)];
        (string, string, IFact)[] ended = [("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-02T09:30:00Z", new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew }), ("d", "2026-03-02T10:00:00Z", told)];

        foreach (var story in new[] { running, ended })
        {
            var findings = Events<FindingNoted>(Replay(CharterRules.Acknowledge, "2026-03-02T11:00:00Z", story)).Where(finding => finding.Code == FindingCodes.PromiseUnknown);
            Assert.Equal(isFound ? [told.Promise.ToString()] : [], findings.Select(finding => finding.Subject));
        }
    }

    [Fact]
    public void A_date_of_a_promise_where_none_was_ever_made_is_a_finding() => Assert.Equal(
        [FindingCodes.PromiseUnknown],
        Events<FindingNoted>(Replay(CharterRules.Acknowledge, "2026-03-02T11:00:00Z", ("d", "2026-03-02T10:00:00Z", new DueTold { Promise = Acknowledged, DueAt = At("2026-03-02T13:00:00Z") }))).Select(finding => finding.Code));

    [Fact]
    public void A_level_opens_a_task_for_its_role_and_the_end_of_the_promise_closes_it()
    {
        var rule = CharterRules.Acknowledge with
        {
            Severity = Severity.High,
            Levels = [new PromiseLevel { Key = LevelKey.From("late"), Kind = LevelKind.Escalation, At = LevelTime.AfterDue(Duration.FromHours(4)), OpensTask = true, To = [StaffRole.From("lead")], NoticeHours = CalendarKey.From("mornings") }],
        };
        var rules = CharterRules.Of(rule) with { Calendars = [CharterRules.NineToFive, WorkingCalendar.In("UTC").Named(CalendarKey.From("mornings")).Open(DaysOfWeek.Weekdays, "08:00-10:00").Build()] };
        var replay = Replay(ActivationLog.Always(rules), "2026-03-03T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("m", "2026-03-03T11:00:00Z", Out));
        var task = replay.Effects.Single(e => e.Intent is OpenTask { Reason: "promise.escalated" });

        Assert.Equal((new EffectKey("acknowledge", "app-1", 1, "level.late.1"), At("2026-03-02T17:00:00Z")), (task.Key, task.IntendedAt));
        Assert.Equal((StaffRole.From("lead"), At("2026-03-03T08:00:00Z"), Severity.High), (((OpenTask)task.Intent).To, ((OpenTask)task.Intent).NoticeAt, ((OpenTask)task.Intent).Severity));
        Assert.Equal(["close", "close.late.1"], replay.Effects.Where(e => e.Intent is CloseTask).Select(e => e.Key.Part).Order());
        Assert.True(replay.Next.Tasks is null or { Open.IsEmpty: true });
    }

    [Theory]
    [InlineData("person", 0)]
    [InlineData("crm", 1)]
    [InlineData("host", 1)]
    public void A_rejection_needs_a_person_by_name(string by, int breaches)
    {
        var rule = StandardExpectations.NoRejectionWithoutPerson();
        var events = Told(("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-02T10:00:00Z", new ApplicationEnded { Application = App, Disposition = Disposition.Rejected }))
            .Select(e => e with { Actor = by switch { "crm" => Actor.Crm, "host" => Actor.Host, _ => Actor.Of(PersonId.From("ada")) } });
        var replay = Engine.Replay(Histories.Anna, events, ActivationLog.Always(CharterRules.Of(rule)), At("2026-03-03T09:00:00Z"));

        Assert.Equal(breaches, Events<PromiseBroken>(replay).Count(e => e.ByBreach));
        Assert.Equal(1 - breaches, Events<PromiseKept>(replay).Count(e => e.WorkingTime is null));
        Assert.Empty(replay.Next.Charter!.Promises);
    }

    [Fact]
    public void Each_message_too_many_is_a_breach_of_its_own_and_a_window_passes()
    {
        var rule = StandardExpectations.AtMostMessages(2, Duration.FromDays(7));
        var replay = Replay(ActivationLog.Always(CharterRules.Of(rule)), "2026-04-01T00:00:00Z",
            ("1", "2026-03-02T09:00:00Z", Out), ("2", "2026-03-03T09:00:00Z", Out with { Application = default }), ("3", "2026-03-04T09:00:00Z", Out), ("4", "2026-03-10T09:00:00Z", Out), ("5", "2026-03-11T09:00:00Z", Out));

        // The third is one too many; on the tenth the third, and the second exactly seven days before, leave room for one.
        Assert.Equal([At("2026-03-04T09:00:00Z")], Events<PromiseBroken>(replay).Select(e => e.DueAt));
        Assert.Null(replay.Next.WakeAt);
    }

    [Fact]
    public void The_refusal_is_owed_only_to_those_who_came_far_enough_and_is_opened_by_the_end_itself()
    {
        var rule = StandardExpectations.CourteousRefusal(CharterRules.Office, Limit.BusinessDays(2));
        var log = ActivationLog.Always(CharterRules.Of(rule));
        var ended = new ApplicationEnded { Application = App, Disposition = Disposition.Rejected };
        var early = Replay(log, "2026-03-03T12:00:00Z", ("s", "2026-03-02T09:00:00Z", Submitted), ("e", "2026-03-02T10:00:00Z", ended));
        var far = Replay(log, "2026-03-03T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("i", "2026-03-02T09:30:00Z", new StageEntered { Application = App, Stage = StageKey.From("interview"), Category = StageCategory.Interview }), ("e", "2026-03-02T10:00:00Z", ended));

        Assert.Null(early.Next.Charter);
        Assert.Equal((PromiseState.Open, At("2026-03-04T17:00:00Z")), (Only(far).State, Only(far).DueAt));
    }

    [Fact]
    public void A_late_thank_you_asks_nothing()
    {
        var log = ActivationLog.Always(CharterRules.Of(StandardExpectations.AnswerQuestions(CharterRules.Office, Limit.BusinessDays(1))));
        var mail = new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App };
        var replay = Replay(log, "2026-03-02T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("a", "2026-03-02T09:10:00Z", mail with { NeedsNoReply = true }),
            ("e", "2026-03-02T10:00:00Z", new ApplicationEnded { Application = App, Disposition = Disposition.Rejected }), ("t", "2026-03-02T11:00:00Z", mail));

        Assert.Empty(Events<PromiseOpened>(replay));
    }

    [Fact]
    public void Check_ins_go_on_after_a_hire_until_the_employment_ends()
    {
        var log = ActivationLog.Always(CharterRules.Of(StandardExpectations.OnboardingCheckIns(CharterRules.Office, Limit.BusinessDays(10))));
        var call = Out with { Kind = TouchKinds.CallHeld };
        var replay = Replay(log, "2026-05-01T12:00:00Z",
            ("s", "2026-03-02T09:00:00Z", Submitted), ("h", "2026-03-02T10:00:00Z", new CandidateHired { Application = App }), ("c", "2026-03-10T10:00:00Z", call),
            ("d", "2026-03-20T10:00:00Z", call), ("l", "2026-03-25T10:00:00Z", new EmploymentEnded()));

        Assert.Equal(
            ["PromiseOpened 1", "PromiseKept 1", "PromiseOpened 2", "PromiseKept 2", "PromiseOpened 3", "PromiseVoided 3"],
            replay.Derived.Select(e => e.Entry).Where(e => e is PromiseOpened or PromiseKept or PromiseVoided).Select(e => $"{e.GetType().Name} {(e as PromiseOpened)?.Promise.Ordinal ?? (e as PromiseKept)?.Promise.Ordinal ?? ((PromiseVoided)e).Promise.Ordinal}"));
    }

    [Fact]
    public void An_instant_that_is_over_promises_nothing()
    {
        var log = ActivationLog.Always(CharterRules.Of(StandardExpectations.PromisedContact(CharterRules.Office)));
        var replay = Replay(log, "2026-03-02T12:00:00Z", ("p", "2026-03-02T09:00:00Z", new ContactPromised { DueAt = At("2026-03-02T09:00:00Z") }));

        Assert.Equal(FindingCodes.InstantPast, Assert.Single(Events<FindingNoted>(replay)).Code);
    }

    [Fact]
    public void The_ready_made_expectations_go_together_without_a_fault()
    {
        var office = CharterRules.Office;
        var limit = Limit.BusinessDays(3);
        Assert.Empty(CharterReview.FaultsOf(CharterRules.Of(
            StandardExpectations.AcknowledgeApplication(office, limit), StandardExpectations.DecideApplication(office, limit), StandardExpectations.AnswerWhenClosed(office, limit),
            StandardExpectations.AnswerQuestions(office, limit), StandardExpectations.KeepUpdated(office, limit), StandardExpectations.FeedbackAfterInterview(office, limit),
            StandardExpectations.CourteousRefusal(office, limit), StandardExpectations.OfferCall(office, limit), StandardExpectations.FinalInterviewToOffer(office, limit),
            StandardExpectations.StageSilence(office, [new StageLimit { Limit = limit }]), StandardExpectations.OnboardingCheckIns(office, limit), StandardExpectations.PromisedContact(office),
            StandardExpectations.TellMovedDates(office, limit), StandardExpectations.AtMostMessages(3, Duration.FromDays(7)), StandardExpectations.NoRejectionWithoutPerson(), StandardExpectations.NoContactAfterWithdrawal()), At("2026-03-02T09:00:00Z")));
        Assert.Empty(CharterReview.FaultsOf(CharterRules.Of(StandardExpectations.InterviewerFeedback(office, Duration.FromHours(16))), At("2026-03-02T09:00:00Z")));
    }

    private static Promise Only(Decision decision) => Assert.Single(decision.Next.Charter!.Promises);
}
