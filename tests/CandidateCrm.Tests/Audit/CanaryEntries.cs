using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

/// <summary>One of each entry that may be told, with the same word in every place that takes the host's own text.</summary>
internal static class CanaryEntries
{
    private static readonly JobApplicationId App = JobApplicationId.From("canary-app");
    private static readonly EffectKey Key = new("acknowledge-application", "canary-subject", 1, "task");

    internal static ITimelineEntry[] All { get; } =
    [
        new CandidateFound { Source = SourceCode.From("fair") },
        new RelationshipOpened { Applications = [new OpeningApplication { Application = App, Requisition = RequisitionId.From("canary-req") }] },
        new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App },
        new CustomFact { Code = FactCode.From("badge.printed"), Attributes = [new FactField(FactCode.From("name"), AttributeValue.Code("canary"))] },
        new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("canary-req") },
        new StageEntered { Application = App, Stage = StageKey.From("interview") },
        new InterviewHeld { Application = App, Interview = InterviewId.From("canary-interview") },
        new OfferMade { Application = App },
        new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") },
        new ApplicationReopened { Application = App },
        new CandidateHired { Application = App },
        new RequisitionClosed { Requisition = RequisitionId.From("canary-req"), Reason = CloseReasons.Filled },
        new EmploymentEnded(),
        new FactsRetracted { Events = [EventId.From("canary-never-told")], Reason = ReasonCode.From("mistake") },
        new FactsRetracted { Batch = BatchId.From("canary-other-batch"), Reason = ReasonCode.From("mistake") },
        new TaskClosed { Task = Key },
        new EventIdReused { Reused = EventId.From("canary-reused") },
        new EffectDone { Effect = Key },
        new EffectSkipped { Effect = Key, Reason = "effect.too_late" },
        new UnknownEntry { Name = "later.kind", Version = 2, Data = """{"name":"canary"}""" },
    ];

    internal static TimelineEvent Around(ITimelineEntry entry, int number) => new()
    {
        Relationship = new RelationshipKey(TenantId.From("canary-tenant"), CandidateId.From("canary-candidate")),
        Origin = CandidateId.From("canary-origin"),
        Id = EventId.From($"canary-{number}"),
        OccurredAt = Relationships.Histories.Start + Duration.FromHours(number),
        RecordedAt = Relationships.Histories.Start,
        SourceOrder = number,
        Precision = Precision.Day,
        Trust = Trust.Reported,
        Actor = Actor.Of(PersonId.From("canary-person")),
        Source = SourceCode.From("mail"),
        Correlation = CorrelationId.From("canary-thread"),
        Batch = BatchId.From("canary-batch"),
        Cause = EventId.From("canary-cause"),
        Entry = entry,
        Personal = PersonalPart.Of("canary", "canary"),
    };
}
