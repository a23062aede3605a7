using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>When somebody looks after a person who was hired, counted in days from the first day of work, and when that is over. A hire keeps the plan that was in force when its first day of work was first told.</summary>
public sealed record OnboardingPlan
{
    internal const int MostCheckIns = 16;
    internal const int EarliestDay = -366;
    internal const int LatestDay = 3_660;

    /// <summary>Gets the plan for hosts that define none: a week before the first day, so that nobody hears nothing between the hire and the start; then after 7, 30 and 90 days, and with the last of them it is over.</summary>
    public static OnboardingPlan Default { get; } = new() { CheckInDays = [-7, 7, 30, 90], OverAfterDays = 90 };

    /// <summary>Gets the days of the check-ins, each once and in order: at most 16, from -366 to 3,660. Day 0 is the first day of work; a check-in is due at the start of its date in the tenant's zone.</summary>
    /// <exception cref="ArgumentException">There are too many, or one is out of range.</exception>
    public required ImmutableArray<int> CheckInDays
    {
        get;
        init => field = !value.IsDefault && value.Length <= MostCheckIns && value.All(day => day is >= EarliestDay and <= LatestDay)
            ? [.. value.Distinct().Order()]
            : throw new ArgumentException($"A plan has at most {MostCheckIns} check-ins, on days from {EarliestDay} to {LatestDay}.", nameof(value));
    }

    /// <summary>Gets the day at whose start the onboarding is over and the person is an employee: 0 to 3,660. No check-in lies behind it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is out of range.</exception>
    public required int OverAfterDays
    {
        get;
        init => field = value is >= 0 and <= LatestDay
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"An onboarding is over after 0 to {LatestDay} days.");
    }

    /// <summary>Says the same plan.</summary>
    public bool Equals(OnboardingPlan? other) =>
        other is not null && OverAfterDays == other.OverAfterDays && CheckInDays.AsSpan().SequenceEqual(other.CheckInDays.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OverAfterDays, CheckInDays.Length);
}
