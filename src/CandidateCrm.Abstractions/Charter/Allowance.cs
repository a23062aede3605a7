using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How many of something are allowed within every stretch of time of one length, such as three within any seven days.</summary>
public sealed record Allowance
{
    /// <summary>The largest number.</summary>
    public const int Most = 50;

    /// <summary>The longest stretch.</summary>
    public static readonly Duration Longest = Duration.FromDays(366);

    /// <summary>Gets how many: 1 to <see cref="Most"/>. The next one within the stretch is the breach.</summary>
    public required int Count
    {
        get;
        init => field = value is >= 1 and <= Most ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "One to 50 are allowed; for none at all leave the allowance out.");
    }

    /// <summary>Gets the length of the stretch in elapsed time: one minute to 366 days. One that lies exactly that long back is outside.</summary>
    public required Duration Within
    {
        get;
        init => field = value >= Duration.FromMinutes(1) && value <= Longest ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "They are counted within one minute to 366 days.");
    }
}
