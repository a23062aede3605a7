using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Says whether the facts and acts of a commit are there already.</summary>
internal static class CommitClaims
{
    /// <summary>
    /// Returns <see cref="CommitStatus.Replayed"/> where all are there and tell the same, <see cref="CommitStatus.AlreadyClaimed"/> where some
    /// are there or one tells something else, and null where all are new.
    /// </summary>
    internal static CommitOutcome? Answer(CrmCommit commit, Dictionary<EventId, TimelineEvent> told)
    {
        var (isNew, repeated, first) = (false, false, default(EventId));
        foreach (var change in commit.Relationships)
        {
            foreach (var next in change.Append.IsDefault ? [] : change.Append)
            {
                if (next.Class == EntryClass.Derived)
                {
                    continue;
                }

                if (!told.TryGetValue(next.Id, out var known))
                {
                    isNew = true;
                }
                else if (!TellsTheSame(known, next))
                {
                    return CommitOutcome.AlreadyClaimed(next.Id);
                }
                else
                {
                    first = repeated ? first : next.Id;
                    repeated = true;
                }
            }
        }

        return !repeated ? null : isNew ? CommitOutcome.AlreadyClaimed(first) : CommitOutcome.Replayed;
    }

    /// <summary>An act is the same by its id: who did it again noticed it at another instant.</summary>
    private static bool TellsTheSame(TimelineEvent known, TimelineEvent next) =>
        next.Class == EntryClass.Act ? known.Class == EntryClass.Act : known.SameRulePart(next);
}
