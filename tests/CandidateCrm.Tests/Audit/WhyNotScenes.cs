using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

/// <summary>One scene for each code: what happened, and the question that is answered with it.</summary>
internal static class WhyNotScenes
{
    internal static readonly JobApplicationId App = JobApplicationId.From("app-1");
    internal static readonly ExpectationKey Acknowledge = ExpectationKey.From("acknowledge-application");
    internal static readonly ExpectationKey Decide = ExpectationKey.From("decide-application");
    internal static readonly ExpectationKey Answer = ExpectationKey.From("answer-message");
    internal static readonly Instant Start = Histories.Start;
    internal static readonly Instant Due = Instant.FromUtc(2026, 3, 2, 13, 0);
    internal static readonly PromiseKey Acknowledged = new(Acknowledge, "app-1", 1);
    internal static readonly PromiseKey Answered = new(Answer, "*", 1);
    internal static readonly EffectKey Task = new("acknowledge-application", "app-1", 1, "task");
    private static readonly EffectKey FirstPhase = new("lifecycle", "*", 1, "announce.phase_changed");
    private static readonly EffectKey SecondPhase = new("lifecycle", "*", 2, "announce.phase_changed");

    internal static readonly ApplicationSubmitted Submitted = new() { Application = App, Requisition = RequisitionId.From("req-1") };
    private static readonly TouchpointRecorded Mail = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };
    private static readonly TouchpointRecorded Reply = new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound };

    /// <summary>Gets the scenes without a store.</summary>
    internal static IReadOnlyDictionary<string, Func<WhyNotAnswer>> Pure { get; } = new Dictionary<string, Func<WhyNotAnswer>>
    {
        [WhyNotCodes.CandidateUnknown] = () => Ask(WhyNot.Opened(Acknowledge)),
        [WhyNotCodes.ExpectationUnknown] = () => Ask(WhyNot.Opened(ExpectationKey.From("something-else")), At(0, "s", Submitted)),
        [WhyNotCodes.DefinitionLeftOut] = () => Ask(WhyNot.Opened(Acknowledge), LeftOut(), At(0, "s", Submitted)),
        [WhyNotCodes.ExpectationNotInForce] = () => Ask(WhyNot.Opened(Acknowledge), Later(), At(0, "s", Submitted)),
        [WhyNotCodes.DefinitionSuspended] = () => Ask(WhyNot.Opened(Acknowledge), Log(suspended: "acknowledge-application"), At(0, "s", Submitted)),
        [WhyNotCodes.FeatureOff] = () => Ask(WhyNot.Opened(Acknowledge), Log(Mode.Off), At(0, "s", Submitted)),
        [WhyNotCodes.FeatureFaulted] = () => Ask(BrokenCharter.EngineThatFailsOn<ApplicationSubmitted>(), WhyNot.Opened(Acknowledge), At(0, "s", Submitted)),
        [WhyNotCodes.TriggerNone] = () => Ask(WhyNot.Opened(Answer), At(0, "d", Reply), At(1, "f", new OfferMade { Application = App })),
        [WhyNotCodes.TriggerOtherSubject] = () => Ask(WhyNot.Opened(Acknowledge, "app-2"), At(0, "s", Submitted)),
        [WhyNotCodes.TriggerRetracted] = () => Ask(WhyNot.Opened(Acknowledge), At(0, "s", Submitted), At(1, "x", Retraction("s"))),
        [WhyNotCodes.TriggerRepetition] = () => Ask(WhyNot.Opened(Acknowledge), At(0, "o", Balance), At(1, "s", Submitted)),
        [WhyNotCodes.TriggerNeedsNoReply] = () => Ask(WhyNot.Opened(Answer), At(0, "m", Mail with { NeedsNoReply = true })),
        [WhyNotCodes.TriggerAnswerWaits] = () => Ask(WhyNot.Opened(ExpectationKey.From("answer-when-closed"), "app-1"), ActivationLog.Always(Answering), At(0, "s", Submitted), At(1, "o", new ApplicationSubmitted { Application = JobApplicationId.From("app-2") }), At(2, "c", new RequisitionClosed { Requisition = Submitted.Requisition, Reason = CloseReasons.Filled })),
        [WhyNotCodes.ApplicationEnded] = () => Ask(WhyNot.Opened(Answer), At(0, "s", Submitted), At(1, "e", Ended), At(2, "m", Mail with { Application = App })),
        [WhyNotCodes.ApplicationNotSubmitted] = () => Ask(WhyNot.Opened(Acknowledge), ActivationLog.Always(OpenedByProspects), At(0, "p", new ProspectAdded { Application = App })),
        [WhyNotCodes.NoOpenTime] = () => Ask(WhyNot.Opened(Decide), ActivationLog.Always(Closed), At(0, "s", Submitted)),
        [WhyNotCodes.PromiseNotOpened] = () => Ask(WhyNot.Kept(new PromiseKey(Acknowledge, "app-1", 2)), At(0, "s", Submitted)),
        [WhyNotCodes.PromiseOpen] = () => Ask(WhyNot.Kept(new PromiseKey(Decide, "app-1", 1)), At(0, "s", Submitted)),
        [WhyNotCodes.PromiseKept] = () => Ask(WhyNot.Handed(Task), At(0, "s", Submitted), At(1, "m", Moved("app-1"))),
        [WhyNotCodes.PromiseVoided] = () => Ask(WhyNot.Kept(Acknowledged), TurnedOff(), At(0, "s", Submitted), At(30, "later", new OfferMade { Application = App })),
        [WhyNotCodes.PromiseFulfilledLate] = () => Ask(WhyNot.Kept(Acknowledged), At(0, "s", Submitted), At(24, "m", Moved("app-1"))),
        [WhyNotCodes.EvidenceNone] = () => Ask(WhyNot.Kept(Acknowledged), At(0, "s", Submitted)),
        [WhyNotCodes.EvidenceBeforeOpening] = () => Ask(WhyNot.Kept(Answered), At(0, "r", Reply), At(1, "m", Mail)),
        [WhyNotCodes.EvidenceOtherSubject] = () => Ask(WhyNot.Kept(Acknowledged), At(0, "s", Submitted), At(1, "m", Moved("app-2")), At(2, "r", Reply)),
        [WhyNotCodes.EvidenceRetracted] = () => Ask(WhyNot.Kept(Acknowledged), At(0, "s", Submitted), At(1, "m", Moved("app-1")), At(2, "x", Retraction("m"))),
        [WhyNotCodes.EvidenceRepetition] = () => Ask(WhyNot.Kept(new PromiseKey(Acknowledge, "app-1", 1)), ActivationLog.Always(KeptByReopening), At(0, "s", Submitted), At(1, "r", new ApplicationReopened { Application = App })),
        [WhyNotCodes.EvidenceAutomatic] = () => Ask(WhyNot.Kept(Answered), At(0, "m", Mail), At(1, "r", Reply with { Automated = true })),
        [WhyNotCodes.PromisePaused] = () => Ask(WhyNot.Kept(Acknowledged), ActivationLog.Always(WithPause), At(0, "s", Submitted), At(1, "w", new WaitingBegan { Application = App, Reason = PauseReason.From("waiting") })),
        [WhyNotCodes.PromiseBreached] = () => Ask(WhyNot.Kept(new PromiseKey(ExpectationKey.From("no-contact"), "app-1", 1)), ActivationLog.Always(Forbidding), At(0, "s", Submitted), At(1, "e", Ended with { Disposition = Disposition.Withdrew }), At(2, "m", Reply with { Application = App })),
        [WhyNotCodes.EffectUnknown] = () => Ask(WhyNot.Handed(new EffectKey("x", "y", 1, "z")), At(0, "s", Submitted)),
        [WhyNotCodes.CheckInNotDue] = () => Ask(WhyNot.Handed(new EffectKey("onboarding-day.30", "app-1", 1, "check-in")), At(0, "s", Submitted), At(1, "h", new CandidateHired { Application = App })),
        [WhyNotCodes.TaskNotAskedFor] = () => Ask(WhyNot.Handed(Task), ActivationLog.Always(WithoutTask), At(0, "s", Submitted)),
        [WhyNotCodes.EventNotDerived] = () => Ask(WhyNot.Handed(new EffectKey("acknowledge-application", "app-1", 1, "announce.promise_broken")), At(0, "s", Submitted), At(1, "m", Moved("app-1"))),
        [WhyNotCodes.EventNotAnnounced] = () => Ask(WhyNot.Handed(FirstPhase), ActivationLog.Always(TestRules.Quiet), At(0, "s", Submitted)),
        [WhyNotCodes.EffectNotOnRecord] = () => Ask(WhyNot.Handed(Task), At(0, "s", Submitted)),
        [WhyNotCodes.EffectSkipped] = () => WithRecord(EffectOutcome.Skipped, At(0, "s", Submitted), Skip("another.reason")),
    };

    /// <summary>Gets the scenes of a running CRM.</summary>
    internal static IReadOnlyDictionary<string, Func<CrmUnderTest, Task<EffectKey>>> Running { get; } = new Dictionary<string, Func<CrmUnderTest, Task<EffectKey>>>
    {
        [WhyNotCodes.Observing] = async crm =>
        {
            await SetModeAsync(crm, new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Observe });
            return await BreakAsync(crm);
        },
        [WhyNotCodes.BeforeEffectsFrom] = async crm =>
        {
            await SetModeAsync(crm, new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Live, EffectsFrom = Start + Duration.FromDays(9) });
            return await BreakAsync(crm);
        },
        [WhyNotCodes.EffectImported] = async crm =>
        {
            crm.Clock.Now = Due + Duration.FromHours(1);
            await crm.Acme.ImportAsync(new[] { CrmUnderTest.Fact("s", Start, Submitted) }.ToAsyncEnumerable());
            return Task;
        },
        [WhyNotCodes.EffectPaused] = async crm =>
        {
            await BreakAsync(crm);
            await crm.Runner.DrainOutboxAsync();
            await crm.HappenAsync("late", Due + Duration.FromHours(1), Moved("app-1"));
            await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Charter), Actor.Host, "canary");
            return new EffectKey(Task.Rule, Task.Subject, Task.Ordinal, "close");
        },
        [WhyNotCodes.EffectParked] = async crm =>
        {
            crm.OnAnnounced = _ => throw new InvalidTimeZoneException("canary");
            await crm.HappenAsync("s", Start, Submitted);
            for (var attempt = 0; attempt < 40; attempt++)
            {
                await crm.Runner.DrainOutboxAsync();
                crm.Clock.Now += Duration.FromDays(1);
            }

            return FirstPhase;
        },
        [WhyNotCodes.EffectRetried] = async crm =>
        {
            crm.OnAnnounced = _ => throw new InvalidTimeZoneException("canary");
            await crm.HappenAsync("s", Start, Submitted);
            await crm.Runner.DrainOutboxAsync();
            return FirstPhase;
        },
        [WhyNotCodes.EffectBehindOlder] = async crm =>
        {
            crm.OnAnnounced = _ => throw new InvalidTimeZoneException("canary");
            await crm.HappenAsync("s", Start, Submitted);
            await crm.Runner.DrainOutboxAsync();
            return SecondPhase;
        },
        [WhyNotCodes.EffectWaiting] = async crm =>
        {
            await crm.HappenAsync("s", Start, Submitted);
            return FirstPhase;
        },
        [WhyNotCodes.EffectTooLate] = async crm =>
        {
            await BreakAsync(crm);
            crm.Clock.Now += Duration.FromDays(31);
            await crm.Runner.DrainOutboxAsync();
            return Task;
        },
        [WhyNotCodes.EffectOvertaken] = async crm =>
        {
            await BreakAsync(crm);
            await crm.Acme.Tasks.CloseAsync(Histories.Anna.Candidate, Task, Actor.Of(PersonId.From("olga")));
            await crm.Runner.DrainOutboxAsync();
            return Task;
        },
        [WhyNotCodes.EffectDropped] = async crm =>
        {
            await Running![WhyNotCodes.EffectParked](crm);
            await crm.Acme.Parked.DropAsync((await crm.Acme.Parked.ListAsync())[0], Actor.Of(PersonId.From("operator")));
            return FirstPhase;
        },
        [WhyNotCodes.EffectCancelled] = async crm =>
        {
            await BreakAsync(crm);
            await crm.Acme.RecordAsync(CrmUnderTest.Fact("m", Due - Duration.FromHours(1), Moved("app-1")));
            return Task;
        },
    };

    internal static WhyNotAnswer Ask(WhyNot question, params TimelineEvent[] told) => Ask(question, TestRules.Log, told);

    internal static WhyNotAnswer Ask(WhyNot question, ActivationLog log, params TimelineEvent[] told) => Ask(new RelationshipEngine(), question, log, told);

    internal static StageEntered Moved(string application) => new() { Application = JobApplicationId.From(application), Stage = StageKey.From("screening") };

    internal static TimelineEvent At(int hours, string id, IFact fact) => Histories.Event(id, Start + Duration.FromHours(hours), fact);

    private static WhyNotAnswer Ask(RelationshipEngine engine, WhyNot question, params TimelineEvent[] told) => Ask(engine, question, TestRules.Log, told);

    private static WhyNotAnswer Ask(RelationshipEngine engine, WhyNot question, ActivationLog log, TimelineEvent[] told) =>
        WhyNotEngine.Answer(SeenPast.Of(engine, told, [], log, (Histories.Anna, Start + Duration.FromHours(30))), question);

    private static WhyNotAnswer WithRecord(EffectOutcome outcome, params TimelineEvent[] told)
    {
        var past = SeenPast.Of(new RelationshipEngine(), told, [], TestRules.Log, (Histories.Anna, Start + Duration.FromHours(30)));
        var wanted = past.Decision.Effects.Single(effect => effect.Key == Task);
        var record = new EffectRecord { Relationship = Histories.Anna, Effect = wanted, WantedAt = wanted.IntendedAt, Made = true, Outcome = outcome };
        return WhyNotEngine.Answer(past with { Effects = [record] }, WhyNot.Handed(Task));
    }

    private static async Task<EffectKey> BreakAsync(CrmUnderTest crm)
    {
        await crm.HappenAsync("s", Start, Submitted);
        crm.Clock.Now = Due + Duration.FromMinutes(1);
        await crm.Runner.RunDueWorkAsync();
        return Task;
    }

    private static async Task SetModeAsync(CrmUnderTest crm, FeatureMode mode)
    {
        crm.Clock.Now = Start;
        var outcome = await crm.Acme.Rules.SetModeAsync(mode, new PublishTerms { By = Actor.Host, Expected = (await crm.Acme.Rules.ReadAsync()).Position });
        Assert.Equal(PublishStatus.Published, outcome.Status);
    }

    private static TimelineEvent Skip(string reason) => new()
    {
        Relationship = Histories.Anna,
        Id = EventId.From("skipped"),
        OccurredAt = Start + Duration.FromHours(29),
        RecordedAt = Start,
        Entry = new EffectSkipped { Effect = Task, Reason = reason },
    };

    private static FactsRetracted Retraction(string id) => new() { Events = [EventId.From(id)], Reason = ReasonCode.From("mistake") };

    private static ApplicationEnded Ended => new() { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") };

    private static RelationshipOpened Balance => new()
    {
        Applications = [new OpeningApplication { Application = App, Requisition = RequisitionId.From("req-1"), SubmittedAt = Start - Duration.FromDays(3) }],
    };

    private static ActivationLog Log(Mode mode = Mode.Live, string? suspended = null) => ActivationLog.Of([new Activation
    {
        Position = 1,
        EffectiveFrom = Start,
        Rules = TestRules.Everything,
        Modes = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = mode }),
        Suspended = suspended is null ? [] : [new DefinitionName(DefinitionKind.Expectation, suspended)],
    }]);

    private static ActivationLog LeftOut() => ActivationLog.Of([new Activation
    {
        Position = 1,
        EffectiveFrom = Start,
        Rules = TestRules.Everything with { Expectations = [] },
        LeftOut = [new LeftOutDefinition { Code = RulesFaultCodes.TooNew, Row = new ManifestRow { Name = new DefinitionName(DefinitionKind.Expectation, "acknowledge-application"), Version = 1, Hash = DefinitionJson.HashOf("x") } }],
    }]);

    private static ActivationLog Later() => ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = Start, Rules = TestRules.Everything with { Expectations = [] } },
        new Activation { Position = 2, EffectiveFrom = Start + Duration.FromHours(5), Rules = TestRules.Everything },
    ]);

    private static ActivationLog TurnedOff() => ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = Start, Rules = TestRules.Everything },
        new Activation { Position = 2, EffectiveFrom = Start + Duration.FromHours(2), Rules = TestRules.Everything, Modes = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }) },
    ]);

    private static CrmRules WithoutTask => TestRules.Everything with { Expectations = [(OnceExpectation)TestRules.Everything.Expectations[0] with { TaskWhenBroken = false }] };

    private static CrmRules OpenedByProspects => TestRules.Everything with { Expectations = [(OnceExpectation)TestRules.Everything.Expectations[0] with { StartedBy = FactPattern.Of<ProspectAdded>() }] };

    private static CrmRules Answering => TestRules.Everything with { Expectations = [StandardExpectations.AnswerWhenClosed(TestRules.Office, Limit.BusinessDays(2))] };

    private static CrmRules WithPause => TestRules.Everything with
    {
        Expectations =
        [
            (OnceExpectation)TestRules.Everything.Expectations[0] with
            {
                Pauses = [new PauseRule { Reason = PauseReason.From("waiting"), PausedBy = FactPattern.Of<WaitingBegan>(), ResumedBy = FactPattern.Of<WaitingEnded>() }],
            },
        ],
    };

    private static CrmRules Forbidding => TestRules.Everything with
    {
        Expectations = [new ProhibitionExpectation { Key = ExpectationKey.From("no-contact"), StartedBy = FactPattern.Ended(Disposition.Withdrew), BrokenBy = FactPattern.Touch(Direction.Outbound) }],
    };

    private static CrmRules KeptByReopening => TestRules.Everything with { Expectations = [(OnceExpectation)TestRules.Everything.Expectations[0] with { KeptBy = FactPattern.Of<ApplicationReopened>() }] };

    private static CrmRules Closed => TestRules.Everything with
    {
        Calendars = [WorkingCalendar.In("Europe/Berlin").Named(TestRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").EndingOn(new LocalDate(2026, 3, 3)).Build()],
    };
}
