using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How long a step waits before candidates see it, counted from the move behind it.</summary>
public sealed record PublicDelay
{
    /// <summary>The longest delay, in days.</summary>
    public const int MostDays = 365;

    /// <summary>Gets a value indicating whether it waits until we wrote or spoke to the candidate about the application, at or after the move; a message before the move may have said something else.</summary>
    public bool AwaitsMessage { get; init; }

    /// <summary>Gets the time that it waits at least: 0 to 365 days of 24 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public Duration AtLeast
    {
        get;
        init => field = IsWithin(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, Rule);
    }

    /// <summary>Gets the time after which it is shown without a message; null where it is never. Only beside <see cref="AwaitsMessage"/>, and not less than <see cref="AtLeast"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside 0 to 365 days.</exception>
    public Duration? AtMost
    {
        get;
        init => field = value is not { } most || IsWithin(most) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, Rule);
    }

    internal static string Rule => $"A delay is 0 to {MostDays} days.";

    internal static bool IsWithin(Duration delay) => delay >= Duration.Zero && delay <= Duration.FromDays(MostDays);
}
