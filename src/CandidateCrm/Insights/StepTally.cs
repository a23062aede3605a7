using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Counts steps by kind and by who took them.</summary>
internal sealed class StepTally(PathMeasure measure)
{
    private readonly Dictionary<StageKey, Kind> _kinds = [];
    private readonly Dictionary<PersonId, long> _actors = [];
    private readonly Dictionary<StageKey, int> _seen = [];

    internal long Events => _kinds.Values.Sum(kind => kind.Events);

    internal void Add(ApplicationPath path)
    {
        var steps = path.Steps;
        _seen.Clear();
        for (var i = 0; i < steps.Length; i++)
        {
            var step = steps[i];
            var kind = Of(step.Step);
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, step.Step, out _);
            times++;
            kind.Events++;
            kind.Applications += times == 1 ? 1 : 0;
            kind.Repeated += times == 2 ? 1 : 0;
            kind.Last += i == steps.Length - 1 ? 1 : 0;
            if (times == 1 && i > 0)
            {
                kind.FromApplication.Add(measure.Between(steps[0], step, path.Zone));
            }

            // The default id, which no person has, stands for the steps where nobody is named.
            CollectionsMarshal.GetValueRefOrAddDefault(_actors, step.By ?? default, out _)++;
        }
    }

    internal void Merge(StepTally other)
    {
        foreach (var (step, theirs) in other._kinds)
        {
            Of(step).Merge(theirs);
        }

        foreach (var (by, events) in other._actors)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_actors, by, out _) += events;
        }
    }

    internal ImmutableArray<StepReport> Steps() =>
    [
        .. _kinds
            .OrderByDescending(pair => pair.Value.Events)
            .ThenBy(pair => pair.Key.Value, StringComparer.Ordinal)
            .Select(pair => pair.Value.Report(pair.Key)),
    ];

    internal ImmutableArray<ActorCount> Actors() =>
    [
        .. _actors
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.IsAssigned ? pair.Key.Value : "", StringComparer.Ordinal)
            .Select(pair => new ActorCount { By = pair.Key.IsAssigned ? pair.Key : null, Events = pair.Value }),
    ];

    private Kind Of(StageKey step)
    {
        ref var kind = ref CollectionsMarshal.GetValueRefOrAddDefault(_kinds, step, out _);
        return kind ??= new Kind();
    }

    private sealed class Kind
    {
        internal long Events { get; set; }

        internal long Applications { get; set; }

        internal long Repeated { get; set; }

        internal long Last { get; set; }

        internal List<Duration> FromApplication { get; } = [];

        internal void Merge(Kind other)
        {
            Events += other.Events;
            Applications += other.Applications;
            Repeated += other.Repeated;
            Last += other.Last;
            FromApplication.AddRange(other.FromApplication);
        }

        internal StepReport Report(StageKey step) => new()
        {
            Step = step,
            Events = Events,
            Applications = Applications,
            Repeated = Repeated,
            Last = Last,
            FromApplication = Percentiles.Summarize(FromApplication),
        };
    }
}
