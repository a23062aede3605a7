using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store that is broken on purpose: whoever comes last writes over what others wrote since.</summary>
internal sealed class LastOneWinsStore(InMemoryCrmStore inner) : StoreAround(inner)
{
    private int _overwritten;

    internal int Overwritten => _overwritten;

    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        await Task.Yield();
        for (var next = commit; ;)
        {
            var outcome = await base.CommitAsync(next, cancellationToken);
            if (outcome.Status != CommitStatus.RevisionConflict)
            {
                return outcome;
            }

            Interlocked.Increment(ref _overwritten);
            var there = await Inner.LoadAsync(new RelationshipKeys { Tenant = commit.Tenant, Candidates = [.. commit.Relationships.Select(r => r.Next.Key.Candidate)] }, cancellationToken);
            var revisions = there.ToDictionary(r => r.Key, r => r.Revision);
            next = commit with { Relationships = [.. commit.Relationships.Select(r => r with { ExpectedRevision = revisions.GetValueOrDefault(r.Next.Key) })] };
        }
    }
}
