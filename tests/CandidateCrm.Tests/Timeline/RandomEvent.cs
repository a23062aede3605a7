using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Events with every member set and unset, around one random entry of each type.</summary>
internal static class RandomEvent
{
    internal static TimelineEvent Of(Dice dice, ITimelineEntry entry) => new()
    {
        Relationship = new RelationshipKey(dice.Id<TenantId>(), dice.Id<CandidateId>()),
        Origin = dice.Coin ? default : CandidateId.From("another"),
        Id = dice.Coin ? dice.Id<EventId>() : dice.Coin ? EventId.Derived(dice.Text, 1 + dice.Below(256)) : EventId.Derived(new TimelinePlace(dice.Number, (byte)(dice.Coin ? 0 : 2)), 1 + dice.Below(256)),
        OccurredAt = dice.At,
        RecordedAt = dice.At,
        SourceOrder = dice.Number,
        Precision = dice.Word<Precision>(),
        Actor = dice.Below(5) switch { 0 => Actor.Host, 1 => Actor.Candidate, 2 => Actor.Of(dice.Id<PersonId>()), 3 => Actor.Provider, _ => Actor.Crm },
        Source = dice.Maybe<SourceCode>(),
        Correlation = dice.Maybe<CorrelationId>(),
        Batch = dice.Maybe<BatchId>(),
        Trust = dice.Word<Trust>(),
        Cause = dice.Maybe<EventId>(),
        Ordinal = dice.Below(3),
        Retracted = dice.Coin,
        Entry = entry,
        Personal = dice.Coin ? null : Personal(dice),
    };

    /// <summary>One of each type, and one of a kind that is not known.</summary>
    internal static IReadOnlyList<ITimelineEntry> Entries(Dice dice) =>
    [
        new CandidateFound { Source = dice.Code<SourceCode>() },
        Touch(dice),
        Custom(dice),
        new ApplicationSubmitted { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Source = dice.Maybe<SourceCode>() },
        new StageEntered { Application = dice.Id<JobApplicationId>(), Stage = dice.Code<StageKey>() },
        new InterviewHeld { Application = dice.Id<JobApplicationId>(), Interview = dice.Id<InterviewId>() },
        new OfferMade { Application = dice.Id<JobApplicationId>() },
        new ApplicationEnded { Application = dice.Id<JobApplicationId>(), Disposition = dice.Word<Disposition>(), Reason = dice.Maybe<ReasonCode>() },
        new ApplicationReopened { Application = dice.Id<JobApplicationId>() },
        new CandidateHired { Application = dice.Id<JobApplicationId>(), StartsOn = dice.Coin ? null : new LocalDate(-400 + dice.Below(4_000), 2, 28) },
        new EmploymentEnded(),
        new RelationshipOpened { Phase = dice.Maybe<Phase>(), PhaseSince = dice.Coin ? null : dice.At, LastInboundAt = dice.Coin ? null : dice.At, LastOutboundAt = dice.Coin ? null : dice.At, Touchpoints = dice.Below(3), Applications = Opening(dice) },
        new FactsRetracted { Events = dice.Coin ? [] : [dice.Id<EventId>(), dice.Id<EventId>()], Batch = dice.Maybe<BatchId>(), Reason = dice.Code<ReasonCode>() },
        new TaskClosed { Task = Effect(dice) },
        new PastCorrected { Ordinal = dice.Below(9), Retracted = dice.Below(9), Added = dice.Below(9), Cancelled = dice.Coin ? [] : [Effect(dice)], Unfounded = dice.Coin ? [] : [Effect(dice), Effect(dice)] },
        new EffectWithheld { Effect = Effect(dice), Reason = dice.Text },
        new EventIdReused { Reused = dice.Id<EventId>() },
        new EffectDone { Effect = Effect(dice) },
        new EffectSkipped { Effect = Effect(dice), Reason = dice.Text },
        new FindingNoted { Code = dice.Text, Subject = dice.Text },
        new PhaseChanged { From = dice.Maybe<Phase>(), To = dice.Code<Phase>(), Ordinal = dice.Below(9) },
        new PromiseOpened { Promise = Promise(dice), Version = dice.Below(9), DueAt = dice.At },
        new PromiseKept { Promise = Promise(dice), OpenedAt = dice.At, WorkingTime = dice.Length() },
        new PromiseBroken { Promise = Promise(dice), DueAt = dice.At },
        new PromiseFulfilledLate { Promise = Promise(dice), DueAt = dice.At, WallOverrun = dice.Length(), WorkingOverrun = dice.Length() },
        new PromiseVoided { Promise = Promise(dice), WasBroken = dice.Coin },
        new BandChanged { Score = dice.Code<ScoreKey>(), From = dice.Maybe<BandKey>(), To = dice.Code<BandKey>(), Ordinal = dice.Below(9), ByDecay = dice.Coin },
        new PublicStatusChanged { Application = dice.Id<JobApplicationId>(), From = dice.Maybe<PublicStepKey>(), To = dice.Code<PublicStepKey>(), Reason = dice.Maybe<ReasonCode>(), Ordinal = dice.Below(9) },
        new UnknownEntry { Name = "later.kind", Version = 1 + dice.Below(9), Data = dice.Coin ? "{ \"b\":1.0,\"a\":[\"\\u00e4\"] }" : "null" },
    ];

    private static TouchpointRecorded Touch(Dice dice) => new()
    {
        Kind = dice.Code<TouchKind>(),
        Direction = dice.Word<Direction>(),
        Channel = dice.Maybe<Channel>(),
        Application = dice.Maybe<JobApplicationId>(),
        Automated = dice.Coin,
        Quantity = 1 + dice.Below(10_000),
    };

    private static ImmutableArray<OpeningApplication> Opening(Dice dice) => dice.Coin
        ? []
        : [new OpeningApplication { Application = dice.Id<JobApplicationId>(), Requisition = dice.Id<RequisitionId>(), Pipeline = dice.Maybe<PipelineKey>(), Stage = dice.Maybe<StageKey>(), SubmittedAt = dice.Coin ? null : dice.At }];

    private static CustomFact Custom(Dice dice) => new()
    {
        Code = dice.Code<FactCode>(),
        Attributes = [.. Enumerable.Range(0, dice.Below(5)).Select(i => new FactField(FactCode.From($"field-{i}"), Value(dice)))],
    };

    private static AttributeValue Value(Dice dice) => dice.Below(7) switch
    {
        0 => default,
        1 => AttributeValue.Code(dice.Text),
        2 => AttributeValue.Number(dice.Coin ? decimal.MaxValue : 1.10m),
        3 => AttributeValue.Number(-0.0000000000000000000000000001m),
        4 => AttributeValue.Boolean(dice.Coin),
        5 => AttributeValue.Date(new LocalDate(2026, 2, 28)),
        _ => AttributeValue.At(dice.At),
    };

    private static PersonalPart Personal(Dice dice) => new()
    {
        Fields = ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, Enumerable.Range(0, dice.Below(4)).Select(i => KeyValuePair.Create($"field {i} {dice.Text}", dice.Coin ? string.Empty : Damage.Secret))),
    };

    private static EffectKey Effect(Dice dice) =>
        new(dice.Code<ExpectationKey>().Value, dice.Text, 1 + dice.Below(9), dice.Code<ExpectationKey>().Value);

    private static PromiseKey Promise(Dice dice) => new(dice.Code<ExpectationKey>(), dice.Text, 1 + dice.Below(9));
}
