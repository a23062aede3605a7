using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Random histories with everything that a line may hold: facts, opening balances, tasks that are done, acts, and retractions of all kinds.</summary>
internal static class FoldHistories
{
    private static readonly string[] Batches = ["", "", "", "", "", "import-1", "import-2"];

    internal static Gen<TimelineEvent[]> Plain { get; } = Of(1, 22, retractions: 0);

    internal static Gen<TimelineEvent[]> WithRetractions { get; } = Of(1, 18, retractions: 4);

    /// <summary>Long enough for several checkpoints.</summary>
    internal static Gen<TimelineEvent[]> Long { get; } = Of(20, 90, retractions: 1);

    private static Gen<TimelineEvent[]> Of(int least, int most, int retractions) =>
        from count in Gen.Choose(least, most)
        from facts in Gen.ArrayOf(Placed(Entry), count)
        from back in Gen.Choose(0, retractions)
        from taken in Gen.ArrayOf(Placed(Retraction(count + back)), back)
        from haste in Gen.Elements(1, 1, 4, 12)
        select facts.Concat(taken).Select((e, i) => Histories.Event($"e{i}", Hurried(e.At, haste), e.Entry, e.Order) with { Batch = e.Batch }).ToArray();

    /// <summary>Some histories take weeks, some days, so that promises are kept as well as broken. Whole hours stay whole hours.</summary>
    private static Instant Hurried(Instant at, int haste) => Histories.Start + Duration.FromHours(Math.Floor((at - Histories.Start).TotalHours / haste));

    private static Gen<(Instant At, ITimelineEntry Entry, long Order, BatchId Batch)> Placed(Gen<ITimelineEntry> entry) =>
        from at in Histories.Moment
        from one in entry
        from order in Gen.Choose(0, 2)
        from batch in Gen.Elements(Batches)
        select (at, one, (long)order, batch.Length > 0 ? BatchId.From(batch) : default);

    internal static Gen<ITimelineEntry> Entry => Gen.Frequency(
        (10, Histories.Fact.Select(ITimelineEntry (fact) => fact)),
        (6, Dealing.Select(ITimelineEntry (fact) => fact)),
        (1, Opened),
        (2, Task.Select(ITimelineEntry (key) => new TaskClosed { Task = key })),
        (1, Task.Select(ITimelineEntry (key) => new EffectSkipped { Effect = key, Reason = EffectSkipCodes.TooLate })),
        (1, Task.Select(ITimelineEntry (key) => new EffectDone { Effect = key })));

    /// <summary>What opens and keeps promises about one application, so that they are often kept, broken and fulfilled late.</summary>
    private static Gen<IFact> Dealing =>
        Gen.Elements<IFact>(
            new ApplicationSubmitted { Application = First, Requisition = RequisitionId.From("req-1") },
            new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = First },
            new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = First },
            new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = First },
            new StageEntered { Application = First, Stage = StageKey.From("interview") });

    private static JobApplicationId First { get; } = JobApplicationId.From("app-1");

    private static Gen<ITimelineEntry> Opened =>
        from phase in Gen.Elements(default, Phase.Attract, Phase.Hire)
        from application in Gen.Elements("app-1", "app-4")
        from stage in Gen.Elements("screening", "final", "somewhere")
        from touchpoints in Gen.Choose(0, 3)
        select (ITimelineEntry)new RelationshipOpened
        {
            Phase = phase,
            Touchpoints = touchpoints,
            LastOutboundAt = touchpoints > 1 ? Histories.Start - Duration.FromDays(touchpoints) : null,
            Applications =
            [
                new OpeningApplication { Application = JobApplicationId.From(application), Requisition = RequisitionId.From("req-1"), Stage = StageKey.From(stage) },
            ],
        };

    private static Gen<EffectKey> Task => Gen.Frequency((5, PromiseTask), (1, CheckInTask));

    private static Gen<EffectKey> CheckInTask =>
        from day in Gen.Elements(-7, 7, 30)
        from subject in Gen.Elements("app-1", "app-2", "app-3")
        select new EffectKey($"onboarding-day.{day}", subject, 1, "check-in");

    private static Gen<EffectKey> PromiseTask =>
        from rule in Gen.Frequency((3, Gen.Constant("decide-application")), (1, Gen.Elements("acknowledge-application", "answer-message")))
        from subject in Gen.Elements("app-1", "app-2", "app-3", "*")
        from ordinal in Gen.Frequency((4, Gen.Constant(1)), (1, Gen.Constant(2)))
        select new EffectKey(rule, subject, ordinal, "task");

    /// <summary>Of facts, of other retractions and of acts, of what nobody ever tells, of batches.</summary>
    private static Gen<ITimelineEntry> Retraction(int count) => Gen.Frequency(
        (4, from ids in Gen.ArrayOf(Gen.Choose(0, count), 2) select (ITimelineEntry)Taking([.. ids.Select(i => $"e{i}")])),
        (1, Gen.Constant<ITimelineEntry>(Taking("nobody", "e0"))),
        (2, Gen.Elements("import-1", "import-2", "import-3").Select(ITimelineEntry (batch) => new FactsRetracted { Batch = BatchId.From(batch), Reason = Mistake })));

    private static FactsRetracted Taking(params string[] ids) => new FactsRetracted { Events = [.. ids.Select(EventId.From)], Reason = Mistake };

    private static ReasonCode Mistake { get; } = ReasonCode.From("mistake");
}
