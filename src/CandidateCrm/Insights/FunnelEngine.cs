using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>
/// Counts how far applications come: add paths as they are read, merge what was counted elsewhere, ask for the report at any
/// time. Any order of paths and any partition gives the same report. Not safe for concurrent use: one per worker, then merge.
/// </summary>
public sealed class FunnelEngine
{
    private readonly FunnelDefinition _definition;
    private readonly Dictionary<StageKey, int> _places = [];
    private readonly StageTally[] _stages;
    private readonly OutcomeTally _all = new();
    private readonly OutcomeTally _beforeFirst = new();
    private readonly Visits[] _visits;

    /// <summary>Starts with no application.</summary>
    public FunnelEngine(FunnelDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        _definition = definition;
        _stages = new StageTally[definition.Stages.Length];
        _visits = new Visits[_stages.Length];
        for (var i = 0; i < _stages.Length; i++)
        {
            _places.Add(definition.Stages[i], i);
            _stages[i] = new StageTally();
        }
    }

    /// <summary>Counts one application.</summary>
    public void Add(ApplicationPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var (last, furthest) = Walk(path.Steps);
        for (var i = 0; i <= furthest; i++)
        {
            _stages[i].Count(_visits[i]);
        }

        _all.Add(path.Outcome.Kind);
        (last < 0 ? _beforeFirst : _stages[last].LastHere).Add(path.Outcome.Kind);
    }

    /// <summary>Adds what another engine of the same funnel has counted; the other stays as it is.</summary>
    /// <exception cref="ArgumentException">The other counts other stages, or another order of them.</exception>
    public void Merge(FunnelEngine other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_definition.Stages.SequenceEqual(other._definition.Stages))
        {
            throw new ArgumentException("Only counts of the same stages in the same order merge.", nameof(other));
        }

        _all.Merge(other._all);
        _beforeFirst.Merge(other._beforeFirst);
        for (var i = 0; i < _stages.Length; i++)
        {
            _stages[i].Merge(other._stages[i]);
        }
    }

    /// <summary>Reports what was counted so far; more may be added afterwards.</summary>
    public FunnelReport Report() => new()
    {
        Applications = _all.Report(),
        BeforeFirst = _beforeFirst.Report(),
        Stages = [.. _stages.Select(Report)],
    };

    private FunnelStage Report(StageTally stage, int place) => new()
    {
        Stage = _definition.Stages[place],
        Reached = stage.Reached,
        OfPrevious = Rate.From(stage.Reached, _stages[Math.Max(place - 1, 0)].Reached),
        OfFirst = Rate.From(stage.Reached, _stages[0].Reached),
        Skipped = stage.Skipped,
        Repeated = stage.Repeated,
        Reentered = stage.Reentered,
        LastHere = stage.LastHere.Report(),
    };

    private (int Last, int Furthest) Walk(ImmutableArray<PathStep> steps)
    {
        Array.Clear(_visits);
        var last = -1;
        var furthest = -1;
        for (var i = 0; i < steps.Length; i++)
        {
            if (_places.TryGetValue(steps[i].Step, out var place))
            {
                var visits = _visits[place];
                var cameBack = visits.Count > 0 && steps[i - 1].Step != steps[i].Step;
                _visits[place] = new Visits(visits.Count + 1, visits.CameBack || cameBack);
                last = place;
                furthest = Math.Max(furthest, place);
            }
        }

        return (last, furthest);
    }

    private readonly record struct Visits(int Count, bool CameBack);

    private sealed class StageTally
    {
        internal long Reached { get; private set; }

        internal long Skipped { get; private set; }

        internal long Repeated { get; private set; }

        internal long Reentered { get; private set; }

        internal OutcomeTally LastHere { get; } = new();

        /// <summary>Counts an application that came to this stage or to a later one.</summary>
        internal void Count(Visits visits)
        {
            Reached += visits.Count > 0 ? 1 : 0;
            Skipped += visits.Count == 0 ? 1 : 0;
            Repeated += visits.Count > 1 ? 1 : 0;
            Reentered += visits.CameBack ? 1 : 0;
        }

        internal void Merge(StageTally other)
        {
            Reached += other.Reached;
            Skipped += other.Skipped;
            Repeated += other.Repeated;
            Reentered += other.Reentered;
            LastHere.Merge(other.LastHere);
        }
    }
}
