using NodaTime;

namespace CandidateCrm;

/// <summary>How due alarms are settled.</summary>
public sealed class DueWorkOptions
{
    /// <summary>Gets or sets the largest number of alarms claimed at once: 1 to 5,000; 500 by default.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>Gets or sets how long a claim holds without renewal: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(1);
}
