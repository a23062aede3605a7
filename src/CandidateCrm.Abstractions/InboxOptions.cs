using NodaTime;

namespace CandidateCrm;

/// <summary>How submitted facts are recorded.</summary>
public sealed class InboxOptions
{
    /// <summary>Gets or sets the largest number of candidates claimed at once: 1 to 5,000; 100 by default.</summary>
    public int BatchCandidates { get; set; } = 100;

    /// <summary>Gets or sets the largest number of facts of one candidate that are recorded in one commit: 1 to 10,000; 500 by default.</summary>
    public int MaxFacts { get; set; } = 500;

    /// <summary>Gets or sets how long a claim holds without renewal: 1 second to 1 hour; 1 minute by default. It is renewed while the work goes on.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(1);

    /// <summary>Gets or sets after how many failures the facts of a candidate wait for a person: 1 to 100; 10 by default.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>Gets or sets the pause after the first failure, doubled after each further one up to a day, and up to a fifth more or less by what failed, so that not everything comes back at once: 1 second to 1 hour; 10 seconds by default.</summary>
    public Duration FirstPause { get; set; } = Duration.FromSeconds(10);
}
