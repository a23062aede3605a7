using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>Counts the different ways through the process.</summary>
internal sealed class VariantTally
{
    // A line feed is in no stage key and sorts before all that is, so the order of joined texts is the order of their steps.
    private const char Between = '\n';

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);

    internal void Add(ImmutableArray<PathStep> steps)
    {
        if (!steps.IsEmpty)
        {
            var trace = string.Join(Between, steps.Select(step => step.Step.Value));
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, trace, out _)++;
        }
    }

    internal void Merge(VariantTally other)
    {
        foreach (var (trace, count) in other._counts)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, trace, out _) += count;
        }
    }

    internal PathVariants Report(int top) => new()
    {
        Distinct = _counts.Count,
        Top =
        [
            .. _counts
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(top)
                .Select(pair => new PathVariant { Count = pair.Value, Steps = [.. pair.Key.Split(Between).Select(StageKey.From)] }),
        ],
    };
}
