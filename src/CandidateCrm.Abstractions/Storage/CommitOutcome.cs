using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>The answer to a commit. Everything but <see cref="CommitStatus.Committed"/> wrote nothing.</summary>
public sealed record CommitOutcome
{
    /// <summary>Gets what became of it.</summary>
    public required CommitStatus Status { get; init; }

    /// <summary>Gets the candidates whose revision was another.</summary>
    public ImmutableArray<CandidateId> Conflicts { get; init; } = [];

    /// <summary>Gets the documents whose revision was another.</summary>
    public ImmutableArray<DocumentKey> DocumentConflicts { get; init; } = [];

    /// <summary>Gets the event id that was taken; unassigned where it was a claim.</summary>
    public EventId Claimed { get; init; }

    /// <summary>Gets the claim that was there already, as the commit named it; null where it was an event id.</summary>
    public Claim? ClaimTaken { get; init; }

    /// <summary>Gets the outcome of a commit that was written.</summary>
    public static CommitOutcome Committed { get; } = new() { Status = CommitStatus.Committed };

    /// <summary>Gets the outcome of a repeated commit.</summary>
    public static CommitOutcome Replayed { get; } = new() { Status = CommitStatus.Replayed };

    /// <summary>Gets the outcome of a commit under old rules.</summary>
    public static CommitOutcome RulesChanged { get; } = new() { Status = CommitStatus.RulesChanged };

    /// <summary>Gets the outcome of a commit under a lost lease.</summary>
    public static CommitOutcome LeaseLost { get; } = new() { Status = CommitStatus.LeaseLost };

    /// <summary>Makes the outcome of a commit that expected other revisions.</summary>
    public static CommitOutcome RevisionConflict(ImmutableArray<CandidateId> candidates) =>
        new() { Status = CommitStatus.RevisionConflict, Conflicts = candidates };

    /// <summary>Makes the outcome of a commit that expected other revisions of relationships or documents.</summary>
    public static CommitOutcome RevisionConflict(ImmutableArray<CandidateId> candidates, ImmutableArray<DocumentKey> documents) =>
        new() { Status = CommitStatus.RevisionConflict, Conflicts = candidates, DocumentConflicts = documents };

    /// <summary>Makes the outcome of a commit whose event id is taken.</summary>
    public static CommitOutcome AlreadyClaimed(EventId id) => new() { Status = CommitStatus.AlreadyClaimed, Claimed = id };

    /// <summary>Makes the outcome of a commit with a claim that is there already.</summary>
    public static CommitOutcome AlreadyClaimed(Claim claim) => new() { Status = CommitStatus.AlreadyClaimed, ClaimTaken = claim };
}
