using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store that is broken on purpose: it writes a commit in two parts, the effects after the rest, and may die in between.</summary>
internal sealed class TornStore(IClock clock) : DyingStore(clock)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var first = await base.CommitAsync(commit with { Relationships = [.. commit.Relationships.Select(r => r with { Effects = [] })] }, cancellationToken);
        if (first.Status != CommitStatus.Committed || commit.Relationships.All(r => r.Effects.IsEmpty))
        {
            return first;
        }

        return await base.CommitAsync(commit with { Relationships = [.. commit.Relationships.Select(EffectsOf)] }, cancellationToken);
    }

    private static RelationshipChange EffectsOf(RelationshipChange change) => new()
    {
        Next = change.Next,
        ExpectedRevision = change.ExpectedRevision + 1,
        Effects = change.Effects,
        Index = change.Index,
    };
}
