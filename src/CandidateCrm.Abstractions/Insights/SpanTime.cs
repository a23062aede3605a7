namespace CandidateCrm.Insights;

/// <summary>What one span comes to.</summary>
public sealed record SpanTime
{
    /// <summary>Gets what was measured.</summary>
    public required StepSpan Span { get; init; }

    /// <summary>Gets the durations.</summary>
    public required DurationSummary Time { get; init; }
}
