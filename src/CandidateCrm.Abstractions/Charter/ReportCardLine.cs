using CandidateCrm.Insights;

namespace CandidateCrm.Charter;

/// <summary>How the promises of one group are kept. Each promise counts exactly once.</summary>
public sealed record ReportCardLine
{
    /// <summary>Gets which promises these are.</summary>
    public required ReportGroup Group { get; init; }

    /// <summary>Gets the expectation.</summary>
    public ExpectationKey Expectation => Group.Expectation;

    /// <summary>Gets how many were kept in time.</summary>
    public required long Kept { get; init; }

    /// <summary>Gets how many were broken and then fulfilled late or ended; of a prohibition, how many breaches there were.</summary>
    public required long Broken { get; init; }

    /// <summary>Gets how many are broken, not fulfilled, and still matter.</summary>
    public required long OpenOverdue { get; init; }

    /// <summary>Gets how many run and are not due yet.</summary>
    public required long OpenInTime { get; init; }

    /// <summary>Gets how many stand still.</summary>
    public required long Paused { get; init; }

    /// <summary>Gets how many ended without a verdict.</summary>
    public required long Void { get; init; }

    /// <summary>Gets the open time that those took which were fulfilled, in time or late, without pauses; undefined without any.</summary>
    public required DurationSummary WorkingTime { get; init; }

    /// <summary>Gets the open time by which the ones that were fulfilled late came late; undefined without any.</summary>
    public required DurationSummary WorkingOverrun { get; init; }

    /// <summary>Gets the time on the clock on the wall by which they came late; undefined without any.</summary>
    public required DurationSummary WallOverrun { get; init; }

    /// <summary>Gets what the share may be in truth; null where nothing was judged.</summary>
    public required ShareInterval? Interval { get; init; }

    /// <summary>Gets how many have a verdict, or are overdue: kept + broken + open overdue.</summary>
    public long Judged => Kept + Broken + OpenOverdue;

    /// <summary>Gets kept / judged, or null where that is empty.</summary>
    public decimal? ShareKept => Judged > 0 ? (decimal)Kept / Judged : null;

    /// <summary>Gets how many promises were made.</summary>
    public long Total => Judged + OpenInTime + Paused + Void;
}
