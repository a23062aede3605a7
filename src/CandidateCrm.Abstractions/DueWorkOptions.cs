using NodaTime;

namespace CandidateCrm;

/// <summary>How due alarms are settled.</summary>
public sealed class DueWorkOptions
{
    /// <summary>Gets or sets the largest number of alarms claimed at once: 1 to 5,000; 500 by default.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>Gets or sets how long a claim holds without renewal: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(1);

    /// <summary>Gets or sets how often a feature that failed is tried again by itself: 0 to 100; 8 by default. After that a person has to ask for it.</summary>
    public int MostRedrives { get; set; } = 8;

    /// <summary>Gets or sets how long after the failure it is first tried again, doubled each time up to a day, and up to a fifth more or less by what failed, so that not everything comes back at once: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration FirstRedrive { get; set; } = Duration.FromMinutes(1);

    /// <summary>Gets or sets at how many candidates of a tenant a definition has to fail to be suspended: 1 to 1,000,000; 100 by default.</summary>
    public int SuspendAfter { get; set; } = 100;
}
