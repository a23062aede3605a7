using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm;

/// <summary>How effects are handed over.</summary>
public sealed class OutboxOptions
{
    /// <summary>Gets or sets the largest number of effects claimed at once: 1 to 5,000; 100 by default.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Gets or sets how long a claim holds: 1 second to 1 hour; 5 minutes by default.</summary>
    public Duration Lease { get; set; } = Duration.FromMinutes(5);

    /// <summary>Gets or sets after how many failures an effect waits for a person: 1 to 100; 8 by default.</summary>
    public int MostAttempts { get; set; } = 8;

    /// <summary>Gets or sets the pause after the first failure, doubled after each further one up to a day, and up to a fifth more or less by what failed, so that not everything comes back at once: 1 second to 1 hour; 1 minute by default.</summary>
    public Duration FirstPause { get; set; } = Duration.FromMinutes(1);

    /// <summary>Gets or sets how late a task may still be opened: 1 hour to 365 days; 30 days by default. What is later is skipped with the reason <see cref="EffectSkipCodes.TooLate"/>.</summary>
    public Duration TaskGrace { get; set; } = Duration.FromDays(30);
}
