using System.Collections.Immutable;
using CandidateCrm.Relationships;

namespace CandidateCrm.Audit;

/// <summary>Writes down every pass of a fold that began with the first event.</summary>
internal sealed class PassRecording : PassObserver
{
    private readonly List<SeenPass> _passes = [];
    private int _derived;
    private int _effects;
    private int _faults;

    internal IReadOnlyList<SeenPass> Passes => _passes;

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        _passes.Add(new SeenPass
        {
            Place = terms.Place,
            InForce = terms.InForce,
            Cause = terms.Cause,
            IsTaken = terms.IsMute,
            Notes = pass.Notes with { },
            Reacted = Reacted(pass.Draft, before, order, result),
            Derived = [.. result.Derived.Skip(_derived)],
            Effects = [.. result.Effects.Skip(_effects)],
            Faults = [.. pass.Draft.Faults.Skip(_faults)],
            After = pass.Draft.Freeze(),
        });
        (_derived, _effects, _faults) = (result.Derived.Count, result.Effects.Count, pass.Draft.Faults.Length);
    }

    /// <summary>Slices are replaced, never changed: what is the same object has not changed, and what equals it has not either.</summary>
    private ImmutableArray<string> Reacted(Draft draft, object?[] before, Reaction[] order, FoldResult result)
    {
        var said = result.DerivedBy.Skip(_derived).Concat(result.EffectsBy.Skip(_effects)).ToHashSet(StringComparer.Ordinal);
        var reacted = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < order.Length; i++)
        {
            if (said.Contains(order[i].Feature) || !Equals(before[i], order[i].Save(draft)))
            {
                reacted.Add(order[i].Feature);
            }
        }

        return reacted.ToImmutable();
    }
}
