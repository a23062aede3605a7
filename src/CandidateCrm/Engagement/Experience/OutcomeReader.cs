using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>Reads from a replay which facts about applications are nothing that a candidate lived through: those told again, and the end of what was never submitted.</summary>
internal sealed class OutcomeReader : PassObserver
{
    private readonly HashSet<EventId> _unlived = [];

    /// <summary>Says whether a fact about an application happened to the candidate.</summary>
    internal bool IsLived(TimelineEvent fact) => !_unlived.Contains(fact.Id);

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        if (terms is { IsMute: false, Cause: { Entry: IApplicationFact fact } cause }
            && (pass.Notes.IsRepetition || (fact is ApplicationEnded && IsOfNothing(pass.Draft.Applications?.Find(fact.Application)))))
        {
            _unlived.Add(cause.Id);
        }
    }

    // Who never applied was not turned away; what nobody told the beginning of was submitted all the same.
    private static bool IsOfNothing(ApplicationState? state) => state?.Ending is { From: not ApplicationStatus.Live };
}
