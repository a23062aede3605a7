using NodaTime;

namespace CandidateCrm;

/// <summary>How jobs are done.</summary>
public sealed class JobOptions
{
    /// <summary>Gets or sets how many relationships are worked on between two notes of progress: 1 to 64; 64 by default.</summary>
    public int PageSize { get; set; } = 64;

    /// <summary>Gets or sets how many pages are done in one go, before other jobs have their turn and the rate is waited for: 1 to 100; 4 by default.</summary>
    public int PagesPerClaim { get; set; } = 4;

    /// <summary>Gets or sets how many relationships a second a new job is worked on with: 1 to 100,000; 200 by default.</summary>
    public int RatePerSecond { get; set; } = 200;

    /// <summary>Gets or sets how long a claim holds without renewal: 1 second to 1 hour; 1 minute by default. It is renewed while the work goes on.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(1);

    /// <summary>Gets or sets after how many pages in a row that could not be done a job fails: 1 to 100; 10 by default. A relationship that fails is passed over and is no such page.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>Gets or sets the pause after the first such page, doubled after each further one up to a day, and up to a fifth more or less by what failed, so that not everything comes back at once: 1 second to 1 hour; 10 seconds by default.</summary>
    public Duration FirstPause { get; set; } = Duration.FromSeconds(10);
}
