using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>The host's ids that a timeline names, by what they name.</summary>
internal sealed class NamedIds
{
    internal HashSet<string> Events { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Candidates { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Persons { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Applications { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Requisitions { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Interviews { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Offers { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> Batches { get; } = new(StringComparer.Ordinal);

    internal static NamedIds Of(RelationshipKey key, IEnumerable<TimelineEvent> events)
    {
        var ids = new NamedIds();
        Add(ids.Candidates, key.Candidate);
        foreach (var one in events)
        {
            Add(ids.Events, one.Id);
            Add(ids.Events, one.Cause);
            Add(ids.Candidates, one.Origin);
            Add(ids.Persons, one.Actor.Person);
            Add(ids.Batches, one.Batch);
            ids.AddEntry(one.Entry);
        }

        return ids;
    }

    private void AddEntry(ITimelineEntry entry)
    {
        if (entry is IApplicationFact fact)
        {
            Add(Applications, fact.Application);
        }

        switch (entry)
        {
            case IInterviewFact interview:
                AddInterview(interview);
                break;
            case IOfferFact offer:
                Add(Offers, offer.Offer);
                break;
            case RequisitionClosed closed:
                Add(Requisitions, closed.Requisition);
                break;
            case IApplicationFact about:
                AddFact(about);
                break;
            case TouchpointRecorded touch:
                Add(Applications, touch.Application);
                break;
            case RelationshipOpened opened:
                Applications.UnionWith(opened.Applications.Select(application => application.Application.Value));
                Requisitions.UnionWith(opened.Applications.Select(application => application.Requisition.Value));
                break;
            case FactsRetracted retraction:
                Events.UnionWith(retraction.Events.Select(id => id.Value));
                Add(Batches, retraction.Batch);
                break;
            case CandidateMerged merged:
                Add(Candidates, merged.Into);
                break;
            case EventIdReused reused:
                Add(Events, reused.Reused);
                break;
            default:
                AddSubject(entry);
                break;
        }
    }

    private static JobApplicationId NamedBy(ITimelineEntry entry) => entry switch
    {
        WaitingBegan began => began.Application,
        WaitingEnded ended => ended.Application,
        ContactPromised promised => promised.Application,
        RebaseOrdered ordered => ordered.Application,
        _ => default,
    };

    private void AddFact(IApplicationFact fact)
    {
        Add(Requisitions, RequisitionOf(fact));
        switch (fact)
        {
            case ApplicationCopied copy:
                Add(Applications, copy.From);
                break;
            case ApplicationsMerged merged:
                Add(Applications, merged.Duplicate);
                break;
            default:
                break;
        }
    }

    private static RequisitionId RequisitionOf(IApplicationFact fact) => fact switch
    {
        ApplicationSubmitted submitted => submitted.Requisition,
        ApplicationDrafted drafted => drafted.Requisition,
        ProspectAdded prospect => prospect.Requisition,
        ProspectConverted converted => converted.Requisition,
        ApplicationTransferred moved => moved.Requisition,
        ApplicationCopied copy => copy.Requisition,
        _ => default,
    };

    private void AddSubject(ITimelineEntry entry)
    {
        Add(Applications, NamedBy(entry));
        EffectKey? key = entry switch
        {
            DueTold told => new EffectKey(told.Promise.Expectation.Value, told.Promise.Subject, told.Promise.Ordinal, "told"),
            TaskClosed closed => closed.Task,
            EffectDone done => done.Effect,
            EffectSkipped skipped => skipped.Effect,
            _ => null,
        };
        if (key is { Subject: var whole } && InterviewSubject.PartsOf(whole) is var (application, interview))
        {
            Applications.Add(application);
            Interviews.Add(interview);
        }
        else if (key is { Subject: var subject } && subject[0] != '*')
        {
            Applications.Add(subject);
        }
    }

    private void AddInterview(IInterviewFact fact)
    {
        Add(Interviews, fact.Interview);
        ImmutableArray<PersonId> persons = fact switch
        {
            InterviewScheduled scheduled => scheduled.Interviewers,
            InterviewRescheduled rescheduled => rescheduled.Interviewers,
            InterviewHeld held => held.Interviewers,
            FeedbackGiven given => [given.By],
            FeedbackWithdrawn withdrawn => [withdrawn.By],
            _ => [],
        };
        foreach (var person in persons)
        {
            Add(Persons, person);
        }
    }

    private static bool Add<T>(HashSet<string> ids, T id)
        where T : struct, IHostText<T> => id.IsAssigned && ids.Add(id.Value);
}
