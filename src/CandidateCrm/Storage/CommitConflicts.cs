using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Says what of a commit met something else than it expected.</summary>
internal static class CommitConflicts
{
    /// <summary>Names all relationships and documents that have another revision; null where none has.</summary>
    internal static CommitOutcome? Revisions(CrmCommit commit, Dictionary<CandidateId, StoredRelationship> there, StoredDocuments documents)
    {
        List<CandidateId>? conflicts = null;
        foreach (var change in commit.Relationships)
        {
            var revision = there.TryGetValue(change.Next.Key.Candidate, out var stored) ? stored.State.Revision : 0;
            if (revision != change.ExpectedRevision)
            {
                (conflicts ??= []).Add(change.Next.Key.Candidate);
            }
        }

        var stale = documents.Conflicts(commit.Documents);
        return conflicts is null && stale.IsEmpty ? null : CommitOutcome.RevisionConflict(conflicts is null ? [] : [.. conflicts], stale);
    }

    /// <summary>Looked at after the revisions: under a stale one the same derived ids are there as a matter of course.</summary>
    internal static CommitOutcome? DerivedTaken(CrmCommit commit, Dictionary<CandidateId, StoredRelationship> there)
    {
        foreach (var change in commit.Relationships)
        {
            if (change.Append.IsDefaultOrEmpty || !there.TryGetValue(change.Next.Key.Candidate, out var stored))
            {
                continue;
            }

            foreach (var next in change.Append)
            {
                if (next is { Class: EntryClass.Derived, Retracted: false } && stored.IsDerived(next.Id)
                    && (change.Retract.IsDefault || !change.Retract.Contains(next.Id)))
                {
                    return CommitOutcome.AlreadyClaimed(next.Id);
                }
            }
        }

        return null;
    }
}
