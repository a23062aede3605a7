using CandidateCrm.Insights;

namespace CandidateCrm.Charter;

/// <summary>How one expectation is kept. Each promise counts exactly once.</summary>
public sealed record ReportCardLine
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets how many were kept in time.</summary>
    public required long Kept { get; init; }

    /// <summary>Gets how many were broken and then fulfilled late or ended.</summary>
    public required long Broken { get; init; }

    /// <summary>Gets how many are broken, not fulfilled, and still matter.</summary>
    public required long OpenOverdue { get; init; }

    /// <summary>Gets how many run and are not due yet.</summary>
    public required long OpenInTime { get; init; }

    /// <summary>Gets how many ended without a verdict.</summary>
    public required long Void { get; init; }

    /// <summary>Gets the open time that the kept ones took; undefined without any.</summary>
    public required DurationSummary WorkingTime { get; init; }

    /// <summary>Gets the open time by which the ones that were fulfilled late came late; undefined without any.</summary>
    public required DurationSummary WorkingOverrun { get; init; }

    /// <summary>Gets kept / (kept + broken + open overdue), or null where that is empty.</summary>
    public decimal? ShareKept => Kept + Broken + OpenOverdue is var judged and > 0 ? (decimal)Kept / judged : null;

    /// <summary>Gets how many promises were made.</summary>
    public long Total => Kept + Broken + OpenOverdue + OpenInTime + Void;
}
