using CandidateCrm.Storage;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A store that is broken on purpose: it leaves something out of every commit.</summary>
internal abstract class ForgetfulStore(InMemoryCrmStore inner) : StoreAround(inner)
{
    public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
    {
        var changes = new List<RelationshipChange>();
        foreach (var change in commit.Relationships)
        {
            changes.Add(await WithoutAsync(change));
        }

        return await base.CommitAsync(commit with { Relationships = [.. changes] }, cancellationToken);
    }

    protected abstract ValueTask<RelationshipChange> WithoutAsync(RelationshipChange change);
}

/// <summary>Knows what became of an effect only while the past wants it: one that was handed over and is not wanted just then is as good as new.</summary>
internal sealed class ForgetsEarlyOutcomes(InMemoryCrmStore inner) : ForgetfulStore(inner)
{
    protected override async ValueTask<RelationshipChange> WithoutAsync(RelationshipChange change)
    {
        var records = await Inner.ReadEffectsAsync(EffectQuery.Of(change.Next.Key), CancellationToken.None);
        var unwanted = records.Where(r => !r.Made).Select(r => r.Effect.Key).ToHashSet();
        return change with { Effects = [.. change.Effects.Where(e => e.Make is not null || e.Outcome is null || !unwanted.Contains(e.Key))] };
    }
}

/// <summary>Leaves derived events standing that stopped being true.</summary>
internal sealed class ForgetsRetractions(InMemoryCrmStore inner) : ForgetfulStore(inner)
{
    protected override ValueTask<RelationshipChange> WithoutAsync(RelationshipChange change) => new(change with { Retract = [] });
}

/// <summary>Leaves effects standing that the past does not want any more.</summary>
internal sealed class ForgetsUnwanted(InMemoryCrmStore inner) : ForgetfulStore(inner)
{
    protected override ValueTask<RelationshipChange> WithoutAsync(RelationshipChange change) =>
        new(change with { Effects = [.. change.Effects.Where(e => !e.Unmake)] });
}
