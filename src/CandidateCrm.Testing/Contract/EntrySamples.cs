using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>One entry of every kind, with every property set to something that tells it from its default.</summary>
internal static class EntrySamples
{
    private static readonly JobApplicationId Application = JobApplicationId.From("app/1 «ä»");
    private static readonly PromiseKey Promise = new(ExpectationKey.From("decide-application"), "app/1:#2 «ä»", 3);

    /// <summary>An instant with microseconds that no millisecond holds.</summary>
    private static readonly Instant Precise = Instant.FromUtc(2026, 2, 3, 4, 5, 6) + Duration.FromTicks(1_234_560);

    internal static ITimelineEntry[] All() => [.. Facts(), .. Acts(), .. DerivedEvents()];

    private static IEnumerable<ITimelineEntry> Facts() =>
    [
        new CandidateFound { Source = SourceCode.From("careers-site") },
        new TouchpointRecorded
        {
            Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Channel = Channel.From("email"), Application = Application, Automated = true, Quantity = 7,
        },
        new CustomFact
        {
            Code = FactCode.From("badge.printed"),
            Attributes =
            [
                Field("b", AttributeValue.Code("«B»")), Field("n", AttributeValue.Number(12345.67890m)), Field("t", AttributeValue.Boolean(true)),
                Field("d", AttributeValue.Date(new LocalDate(2024, 2, 29))), Field("i", AttributeValue.At(Precise)), Field("z", default),
            ],
        },
        new ApplicationSubmitted { Application = Application, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("standard"), Source = SourceCode.From("referral") },
        new StageEntered { Application = Application, Stage = StageKey.From("interview") },
        new InterviewHeld { Application = Application, Interview = InterviewId.From("int-1") },
        new OfferMade { Application = Application },
        new ApplicationEnded { Application = Application, Disposition = Disposition.SelfDeselected, Reason = ReasonCode.From("preview") },
        new ApplicationReopened { Application = Application },
        new CandidateHired { Application = Application, StartsOn = new LocalDate(2026, 4, 1) },
        new EmploymentEnded(),
        new RelationshipOpened
        {
            Phase = Phase.Engage, PhaseSince = Precise, LastInboundAt = Precise, LastOutboundAt = Precise, Touchpoints = 3,
            Applications = [new OpeningApplication { Application = Application, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("standard"), Stage = StageKey.From("interview"), SubmittedAt = Precise }],
        },
        new FactsRetracted { Events = [EventId.From("wrong-1"), EventId.From("wrong-2")], Reason = ReasonCode.From("wrong-import") },
        new TaskClosed { Task = new EffectKey("decide-application", "app/1:#2 «ä»", 3, "task") },
    ];

    private static IEnumerable<ITimelineEntry> Acts() =>
    [
        new EventIdReused { Reused = EventId.From("application:1:submitted") },
        new EffectDone { Effect = new EffectKey("decide-application", "app/1:#2 «ä»", 3, "task") },
        new EffectSkipped { Effect = new EffectKey("decide-application", "app-1", 1, "task"), Reason = "effect.too_late" },
    ];

    private static IEnumerable<ITimelineEntry> DerivedEvents() =>
    [
        new PastCorrected { Ordinal = 4, Retracted = 2, Added = 1, Unfounded = [new EffectKey("decide-application", "app-1", 1, "task")] },
        new EffectWithheld { Effect = new EffectKey("decide-application", "app-1", 1, "task"), Reason = "mode.observe" },
        new FindingNoted { Code = FindingCodes.ApplicationUnknown, Subject = "app/1 «ä»" },
        new PhaseChanged { From = Phase.Engage, To = Phase.Hire, Ordinal = 4 },
        new PromiseOpened { Promise = Promise, Version = 2, DueAt = Precise },
        new PromiseKept { Promise = Promise, OpenedAt = Precise, WorkingTime = Duration.FromTicks(123_456_789_120) },
        new PromiseBroken { Promise = Promise, DueAt = Precise },
        new PromiseFulfilledLate { Promise = Promise, DueAt = Precise, WallOverrun = Duration.FromDays(1), WorkingOverrun = Duration.FromTicks(10) },
        new PromiseVoided { Promise = Promise, WasBroken = true },
        new PublicStatusChanged { Application = JobApplicationId.From("application-1"), From = PublicStepKey.From("received"), To = PublicStepKey.From("in-review"), Ordinal = 2 },
        new BandChanged { Score = ScoreKey.From("engagement"), From = BandKey.From("warm"), To = BandKey.From("cold"), Ordinal = 5, ByDecay = true },
    ];

    private static FactField Field(string name, AttributeValue value) => new(FactCode.From(name), value);
}
