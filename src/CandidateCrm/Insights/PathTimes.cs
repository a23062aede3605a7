using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Where a time starts and ends in one path.</summary>
internal static class PathTimes
{
    internal static (Instant From, Instant To)? FirstResponse(ImmutableArray<PathStep> steps)
    {
        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].Step != steps[0].Step)
            {
                return (steps[0].At, steps[i].At);
            }
        }

        return null;
    }

    internal static (Instant From, Instant To)? Of(StepSpan span, ImmutableArray<PathStep> steps)
    {
        Instant? from = null;
        foreach (var step in steps)
        {
            if (step.Step == span.From && (from is null || span.Start == SpanStart.Last))
            {
                from = step.At;
            }
            else if (step.Step == span.To && from is { } start)
            {
                return (start, step.At);
            }
        }

        return null;
    }
}
