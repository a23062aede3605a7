using System.Globalization;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>When a level is reached: a share of the limit, or working time before or after the due time.</summary>
public sealed record LevelTime
{
    /// <summary>The largest share.</summary>
    public const decimal MostShare = 100m;

    /// <summary>The smallest share, and the step between two.</summary>
    public const decimal LeastShare = 0.0001m;

    /// <summary>The longest working time before or after the due time.</summary>
    public static readonly Duration Longest = Duration.FromHours(10_000);

    private LevelTime(decimal? share, Duration offset)
    {
        Share = share;
        Offset = offset;
    }

    /// <summary>Gets the share of the working time that the limit allows; null where working time from the due time is counted.</summary>
    public decimal? Share { get; }

    /// <summary>Gets the working time from the due time, negative before it; zero where a share is meant.</summary>
    public Duration Offset { get; }

    /// <summary>Gets a value indicating whether it lies before the due time.</summary>
    public bool IsBeforeDue => Share is { } share ? share < 1 : Offset < Duration.Zero;

    /// <summary>Reached when that share of the limit is used up: 0.0001 to 100 with at most four decimal places; 1 is the due time itself.</summary>
    public static LevelTime OfLimit(decimal share) =>
        share is >= LeastShare and <= MostShare && decimal.Round(share, 4) == share
            ? new LevelTime(share / 1.0000000000000000000000000000m, Duration.Zero)
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A share is 0.0001 to 100 with at most four decimal places.");

    /// <summary>Reached that much working time before the due time: more than zero, at most 10,000 hours.</summary>
    public static LevelTime BeforeDue(Duration open) => new(share: null, -Checked(open, open > Duration.Zero));

    /// <summary>Reached that much working time after the due time: zero to 10,000 hours; zero is the due time itself.</summary>
    public static LevelTime AfterDue(Duration open) => new(share: null, Checked(open, open >= Duration.Zero));

    /// <summary>Returns the time in English words, such as «60 % of the limit» or «2:00:00 before it is due», whatever the culture.</summary>
    public override string ToString() => Share is { } share
        ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##} % of the limit")
        : string.Create(CultureInfo.InvariantCulture, $"{(Offset < Duration.Zero ? -Offset : Offset):-H:mm:ss} {(Offset < Duration.Zero ? "before" : "after")} it is due");

    private static Duration Checked(Duration open, bool isRight) =>
        isRight && open <= Longest ? open : throw new ArgumentOutOfRangeException(nameof(open), open, "A level lies at most 10,000 hours of working time from the due time.");
}
