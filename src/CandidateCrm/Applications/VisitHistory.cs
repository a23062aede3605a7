using System.Collections.Immutable;
using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>Collects every visit of one application while a fold goes on; the state itself keeps only those since it was submitted or re-opened.</summary>
internal sealed class VisitHistory(JobApplicationId application) : PassObserver
{
    private readonly List<StageVisit> _past = [];
    private ImmutableArray<StageVisit> _present = [];

    internal ImmutableArray<StageVisit> Visits => [.. _past, .. _present];

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        var state = pass.Draft.Applications?.All.FirstOrDefault(known => known.Application == application);
        var visits = state is { Ending: null } ? state.Visits : [];
        if (visits.IsEmpty && !_present.IsEmpty)
        {
            _past.AddRange(_present[..^1]);
            _past.Add(_present[^1] with { To = _present[^1].To ?? pass.At });
        }

        _present = visits;
    }
}
