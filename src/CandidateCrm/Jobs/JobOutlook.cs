using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>Whether a job has anything to do now.</summary>
internal readonly record struct JobOutlook
{
    internal static JobOutlook Work => default;

    internal static JobOutlook Nothing { get; } = new() { IsNothing = true };

    internal bool IsNothing { get; init; }

    /// <summary>Gets until when nothing may be done yet; null where it may be at once.</summary>
    internal Instant? Until { get; init; }
}
