using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Takes out of a timeline what a replay does not need: always the personal parts and what this version does not understand, and by default the host's ids.</summary>
internal static class Redaction
{
    /// <summary>Leaves out what is personal, and keeps ids.</summary>
    internal static TimelineEvent Bare(TimelineEvent told) => told with
    {
        Entry = told.Entry is UnknownEntry unknown ? unknown with { Data = "{}" } : told.Entry,
        Personal = null,
    };

    /// <summary>Leaves out what is personal, attributes and correlations, and replaces ids.</summary>
    internal static TimelineEvent Pseudonymous(TimelineEvent told, Pseudonyms names)
    {
        var bare = Bare(told);
        return bare with
        {
            Relationship = names.Of(told.Relationship),
            Origin = told.Origin == told.Relationship.Candidate ? default : names.Of(told.Origin),
            Id = names.Of(told.Id),
            Cause = names.Of(told.Cause),
            Batch = names.Of(told.Batch),
            Actor = names.Of(told.Actor),
            Correlation = default,
            Entry = Of(bare.Entry, names),
        };
    }

    private static ITimelineEntry Of(ITimelineEntry entry, Pseudonyms names) => entry switch
    {
        CustomFact custom => custom with { Attributes = [] },
        AttributesChanged changed => changed with { Values = [.. changed.Values.Select(field => new FactField(field.Name, Masked(field.Value)))] },
        TouchpointRecorded touch => touch with { Application = names.Of(touch.Application) },
        RelationshipOpened opened => opened with
        {
            Applications = [.. opened.Applications.Select(each => each with { Application = names.Of(each.Application), Requisition = names.Of(each.Requisition) })],
        },
        FactsRetracted retraction => retraction with { Events = [.. retraction.Events.Select(names.Of)], Batch = names.Of(retraction.Batch) },
        WaitingBegan began => began with { Application = names.Of(began.Application) },
        WaitingEnded ended => ended with { Application = names.Of(ended.Application) },
        ContactPromised promised => promised with { Application = names.Of(promised.Application) },
        RebaseOrdered ordered => ordered with { Application = names.Of(ordered.Application) },
        DueTold told => told with { Promise = names.Of(told.Promise) },
        TaskClosed closed => closed with { Task = names.Of(closed.Task) },
        EffectDone done => done with { Effect = names.Of(done.Effect) },
        EffectSkipped skipped => skipped with { Effect = names.Of(skipped.Effect) },
        EventIdReused reused => reused with { Reused = names.Of(reused.Reused) },
        RequisitionClosed closed => closed with { Requisition = names.Of(closed.Requisition) },
        IApplicationFact fact => OfApplication(fact, names),
        CandidateMerged merged => merged with { Into = names.Of(merged.Into) },
        CandidateFound or EmploymentEnded or RoleTaken or RoleLeft or AvailabilityStated or InterestStated or SegmentMembershipDecided or UnknownEntry => entry,
        CandidateSnoozed or SnoozeEnded or ContactBarred or ContactBarLifted or CandidateUnmerged or CandidateErased => entry,
        _ => throw Unsaid(entry),
    };

    private static ITimelineEntry OfApplication(IApplicationFact fact, Pseudonyms names) => fact switch
    {
        ApplicationSubmitted submitted => submitted with { Application = names.Of(submitted.Application), Requisition = names.Of(submitted.Requisition) },
        StageEntered entered => entered with { Application = names.Of(entered.Application) },
        IInterviewFact interview => OfInterview(interview, names),
        IOfferFact offer => OfOffer(offer, names),
        ApplicationEnded ended => ended with { Application = names.Of(ended.Application) },
        ApplicationReviewed reviewed => reviewed with { Application = names.Of(reviewed.Application) },
        ApplicationReopened reopened => reopened with { Application = names.Of(reopened.Application) },
        CandidateHired hired => hired with { Application = names.Of(hired.Application) },
        StartDateMoved moved => moved with { Application = names.Of(moved.Application) },
        _ => OfPlace(fact, names),
    };

    private static ITimelineEntry OfPlace(IApplicationFact fact, Pseudonyms names) => fact switch
    {
        ApplicationDrafted drafted => drafted with { Application = names.Of(drafted.Application), Requisition = names.Of(drafted.Requisition) },
        ApplicationAbandoned abandoned => abandoned with { Application = names.Of(abandoned.Application) },
        ProspectAdded prospect => prospect with { Application = names.Of(prospect.Application), Requisition = names.Of(prospect.Requisition) },
        ProspectConverted converted => converted with { Application = names.Of(converted.Application), Requisition = names.Of(converted.Requisition) },
        ApplicationTransferred moved => moved with { Application = names.Of(moved.Application), Requisition = names.Of(moved.Requisition) },
        ApplicationCopied copy => copy with { Application = names.Of(copy.Application), From = names.Of(copy.From), Requisition = names.Of(copy.Requisition) },
        ApplicationsMerged merged => merged with { Application = names.Of(merged.Application), Duplicate = names.Of(merged.Duplicate) },
        ApplicationRemoved removed => removed with { Application = names.Of(removed.Application) },
        _ => throw Unsaid(fact),
    };

    private static ITimelineEntry OfInterview(IInterviewFact fact, Pseudonyms names)
    {
        var (application, interview) = (names.Of(fact.Application), names.Of(fact.Interview));
        return fact switch
        {
            InterviewSlotsOffered offered => offered with { Application = application, Interview = interview },
            InterviewScheduled scheduled => scheduled with { Application = application, Interview = interview, Interviewers = [.. scheduled.Interviewers.Select(names.Of)] },
            InterviewRescheduled rescheduled => rescheduled with { Application = application, Interview = interview, Interviewers = [.. rescheduled.Interviewers.Select(names.Of)] },
            InterviewCancelled cancelled => cancelled with { Application = application, Interview = interview },
            InterviewMissed missed => missed with { Application = application, Interview = interview },
            InterviewHeld held => held with { Application = application, Interview = interview, Interviewers = [.. held.Interviewers.Select(names.Of)] },
            FeedbackGiven given => given with { Application = application, Interview = interview, By = names.Of(given.By) },
            FeedbackWithdrawn withdrawn => withdrawn with { Application = application, Interview = interview, By = names.Of(withdrawn.By) },
            _ => throw Unsaid(fact),
        };
    }

    private static ITimelineEntry OfOffer(IOfferFact fact, Pseudonyms names)
    {
        var (application, offer) = (names.Of(fact.Application), names.Of(fact.Offer));
        return fact switch
        {
            OfferPrepared prepared => prepared with { Application = application, Offer = offer },
            OfferMade made => made with { Application = application, Offer = offer },
            OfferAccepted accepted => accepted with { Application = application, Offer = offer },
            OfferDeclined declined => declined with { Application = application, Offer = offer },
            OfferWithdrawn withdrawn => withdrawn with { Application = application, Offer = offer },
            OfferExpired expired => expired with { Application = application, Offer = offer },
            OfferRemoved removed => removed with { Application = application, Offer = offer },
            _ => throw Unsaid(fact),
        };
    }

    /// <summary>Returns one and the same value for all of a type, so that what follows from the type stays.</summary>
    private static AttributeValue Masked(AttributeValue value) => value.Type switch
    {
        AttributeType.Text => "masked",
        AttributeType.Number => 0,
        AttributeType.Boolean => true,
        AttributeType.Date => new LocalDate(1970, 1, 1),
        AttributeType.Instant => NodaConstants.UnixEpoch,
        AttributeType.TextSet => AttributeValue.Texts("masked"),
        AttributeType.NumberSet => AttributeValue.Numbers(0),
        _ => default,
    };

    /// <summary>A kind of which nobody said which ids it holds does not leave the house.</summary>
    private static InvalidOperationException Unsaid(ITimelineEntry entry) => new($"Redaction does not know which ids {entry.GetType().Name} holds.");
}
