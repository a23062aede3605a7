using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Work;

/// <summary>A store in which something happens just before one commit.</summary>
internal sealed class StealingStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
{
    internal Func<object>? BeforeCommit { get; set; }

    public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var before = BeforeCommit;
        BeforeCommit = null;
        before?.Invoke();
        return base.CommitAsync(commit, cancellationToken);
    }
}
