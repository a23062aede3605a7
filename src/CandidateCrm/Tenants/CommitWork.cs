using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>What somebody wants to write to one relationship.</summary>
internal sealed class CommitWork
{
    /// <summary>Decides what to write, given the stored state (null where there is no relationship yet) and the tenant's log; null for nothing.</summary>
    internal delegate ValueTask<RecordPlan?> Planning(Relationship? state, ActivationLog log, CancellationToken cancellationToken);

    /// <summary>Learns from the store that an event id of the plan is taken, so that the next plan leaves it out.</summary>
    internal delegate ValueTask Learning(RecordPlan plan, CommitOutcome taken, CancellationToken cancellationToken);

    internal required RelationshipKey Key { get; init; }

    internal required Planning Plan { get; init; }

    internal RecordTerms Terms { get; init; } = RecordTerms.Usual;

    /// <summary>Gets the state that is planned on first, where somebody has read it already.</summary>
    internal Relationship? Known { get; init; }

    /// <summary>Gets what learns of taken ids; null where the plans bring no events of their own.</summary>
    internal Learning? Learn { get; init; }
}
