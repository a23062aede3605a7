using System.Collections.Immutable;

namespace CandidateCrm.Insights;

/// <summary>Where a time starts and ends in one path.</summary>
internal static class PathTimes
{
    internal static (PathStep From, PathStep To)? FirstResponse(ImmutableArray<PathStep> steps)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].Step != steps[0].Step)
            {
                return (steps[0], steps[i]);
            }
        }

        return null;
    }

    internal static (PathStep From, PathStep To)? Of(StepSpan span, ImmutableArray<PathStep> steps)
    {
        PathStep? from = null;
        foreach (var step in steps)
        {
            if (step.Step == span.From && (from is null || span.Start == SpanStart.Last))
            {
                from = step;
            }
            else if (step.Step == span.To && from is { } start)
            {
                return (start, step);
            }
        }

        return null;
    }
}
