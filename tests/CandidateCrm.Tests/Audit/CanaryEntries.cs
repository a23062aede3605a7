using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

/// <summary>One of each entry that may be told, with the same word in every place that takes the host's own text.</summary>
internal static class CanaryEntries
{
    private static readonly JobApplicationId App = JobApplicationId.From("canary-app");
    private static readonly InterviewId Interview = InterviewId.From("canary-interview");
    private static readonly OfferId Offer = OfferId.From("canary-offer");
    private static readonly PersonId Panel = PersonId.From("canary-panel");
    private static readonly EffectKey Key = new("acknowledge-application", "canary-subject", 1, "task");

    internal static ITimelineEntry[] All { get; } =
    [
        new CandidateFound { Source = SourceCode.From("fair") },
        new RelationshipOpened { Applications = [new OpeningApplication { Application = App, Requisition = RequisitionId.From("canary-req") }] },
        new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App },
        new CustomFact { Code = FactCode.From("badge.printed"), Attributes = [new FactField(FactCode.From("name"), AttributeValue.Text("canary"))] },
        new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("canary-req") },
        new StageEntered { Application = App, Stage = StageKey.From("interview") },
        new InterviewSlotsOffered { Application = App, Interview = Interview },
        new InterviewScheduled { Application = App, Interview = Interview, StartsAt = Relationships.Histories.Start, Interviewers = [Panel, PersonId.From("canary-other-panel")] },
        new InterviewRescheduled { Application = App, Interview = Interview, StartsAt = Relationships.Histories.Start, Interviewers = [Panel] },
        new InterviewMissed { Application = App, Interview = Interview, By = Absentee.Us },
        new InterviewCancelled { Application = App, Interview = Interview },
        new InterviewHeld { Application = App, Interview = InterviewId.From("canary-interview"), Interviewers = [Panel] },
        new FeedbackGiven { Application = App, Interview = Interview, By = PersonId.From("canary-giver"), Verdict = FeedbackVerdict.From("hire") },
        new FeedbackWithdrawn { Application = App, Interview = Interview, By = PersonId.From("canary-giver") },
        new OfferPrepared { Application = App, Offer = Offer },
        new OfferMade { Application = App, Offer = Offer },
        new OfferAccepted { Application = App, Offer = Offer },
        new OfferDeclined { Application = App, Offer = Offer },
        new OfferWithdrawn { Application = App, Offer = Offer },
        new OfferExpired { Application = App, Offer = Offer },
        new OfferRemoved { Application = App, Offer = OfferId.From("canary-other-offer") },
        new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") },
        new ApplicationReopened { Application = App },
        new CandidateHired { Application = App },
        new RequisitionClosed { Requisition = RequisitionId.From("canary-req"), Reason = CloseReasons.Filled },
        new ApplicationDrafted { Application = App, Requisition = RequisitionId.From("canary-req") },
        new ApplicationAbandoned { Application = App },
        new ProspectAdded { Application = App, Requisition = RequisitionId.From("canary-req") },
        new ProspectConverted { Application = App, Requisition = RequisitionId.From("canary-req-2") },
        new ApplicationTransferred { Application = App, Requisition = RequisitionId.From("canary-req-3") },
        new ApplicationCopied { Application = JobApplicationId.From("canary-copy"), From = JobApplicationId.From("canary-from"), Requisition = RequisitionId.From("canary-req-4") },
        new ApplicationsMerged { Application = App, Duplicate = JobApplicationId.From("canary-duplicate") },
        new ApplicationRemoved { Application = App },
        new ApplicationReviewed { Application = App },
        new EmploymentEnded(),
        new WaitingBegan { Application = App, Reason = PauseReason.From("waiting-for-candidate") },
        new WaitingEnded { Application = App, Reason = PauseReason.From("waiting-for-candidate") },
        new ContactPromised { Application = App, DueAt = Relationships.Histories.Start },
        new RebaseOrdered { Expectation = ExpectationKey.From("acknowledge-application"), Application = App },
        new DueTold { Promise = new PromiseKey(ExpectationKey.From("acknowledge-application"), "canary-promise-app", 1), DueAt = Relationships.Histories.Start },
        new StartDateMoved { Application = App, StartsOn = new LocalDate(2026, 3, 9) },
        new RoleTaken { Role = PersonRole.Advocate },
        new RoleLeft { Role = PersonRole.Advocate },
        new CandidateSnoozed { Until = new LocalDate(2026, 9, 1), Reason = ReasonCode.From("sabbatical") },
        new SnoozeEnded(),
        new ContactBarred { Reason = ReasonCode.From("asked-us-to") },
        new ContactBarLifted(),
        new CandidateMerged { Into = CandidateId.From("canary-other") },
        new CandidateUnmerged(),
        new CandidateErased(),
        new AttributesChanged { Values = [new FactField(FactCode.From("city"), "canary"), new FactField(FactCode.From("skills"), AttributeValue.Texts("canary-skill"))] },
        new AvailabilityStated { Availability = Availability.Active },
        new InterestStated { Level = InterestLevel.High },
        new SegmentMembershipDecided { Segment = SegmentKey.From("warm"), Decision = SegmentDecision.PutIn, Reason = ReasonCode.From("asked") },
        new FactsRetracted { Events = [EventId.From("canary-never-told")], Reason = ReasonCode.From("mistake") },
        new FactsRetracted { Batch = BatchId.From("canary-other-batch"), Reason = ReasonCode.From("mistake") },
        new TaskClosed { Task = Key },
        new EventIdReused { Reused = EventId.From("canary-reused") },
        new EffectDone { Effect = Key },
        new EffectDone { Effect = new EffectKey("day-before", "canary-effect-app\tcanary-effect-interview", 1, "announce.interview_approaching") },
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
