using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store that counts the commits which met another revision, and those that were written.</summary>
internal sealed class CountingStore(InMemoryCrmStore inner) : StoreAround(inner)
{
    private int _conflicts;
    private int _commits;

    internal int Conflicts => _conflicts;

    internal int Commits => _commits;

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        // Lets the others in between, as a database does.
        await Task.Yield();
        var outcome = await base.CommitAsync(commit, cancellationToken);
        _ = outcome.Status switch
        {
            CommitStatus.RevisionConflict => Interlocked.Increment(ref _conflicts),
            CommitStatus.Committed => Interlocked.Increment(ref _commits),
            _ => 0,
        };
        return outcome;
    }
}
