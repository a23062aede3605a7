using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A warning before a promise is due, or an escalation: to one role, or to one after the other.</summary>
public sealed record PromiseLevel
{
    /// <summary>The largest number of roles of one level.</summary>
    public const int MostRoles = 8;

    /// <summary>The longest working time between two roles.</summary>
    public static readonly Duration LongestStep = Duration.FromHours(10_000);

    /// <summary>The longest key in characters: it is a part of the names of tasks.</summary>
    public const int LongestKey = 30;

    /// <summary>Gets the name; unique within the expectation, at most <see cref="LongestKey"/> characters.</summary>
    public required LevelKey Key { get; init; }

    /// <summary>Gets what it is for; a warning by default.</summary>
    public LevelKind Kind { get; init; }

    /// <summary>Gets when. A warning lies before the due time, and after the opening.</summary>
    public required LevelTime At { get; init; }

    /// <summary>Gets whom to tell, one after the other; nobody in particular where it is empty. At most <see cref="MostRoles"/>, each once.</summary>
    public ImmutableArray<StaffRole> To { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets the working time from one role to the next; null where there is one role at most.</summary>
    public Duration? Every
    {
        get;
        init => field = value is null || (value > Duration.Zero && value <= LongestStep)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "From one role to the next it is more than zero and at most 10,000 hours of working time.");
    }

    /// <summary>Gets a value indicating whether a recruiter task is opened; otherwise it is only announced. False by default.</summary>
    public bool OpensTask { get; init; }

    /// <summary>Gets the calendar of those who are told: a task waits for their next open instant. Unassigned for at once, which is the default.</summary>
    public CalendarKey NoticeHours { get; init; }
}
