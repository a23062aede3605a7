using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>
/// A time to measure: from a step to the first step of another kind that stands later in the path, be it at the same instant. An
/// application counts once, and only where both are there in this order.
/// </summary>
public readonly record struct StepSpan
{
    /// <summary>Gets where the time starts.</summary>
    public required StageKey From { get; init; }

    /// <summary>Gets where it ends: at the first such step after the first <see cref="From"/>.</summary>
    public required StageKey To { get; init; }

    /// <summary>Gets which visit of <see cref="From"/> before that end starts the time; the first by default.</summary>
    public SpanStart Start { get; init; }
}
