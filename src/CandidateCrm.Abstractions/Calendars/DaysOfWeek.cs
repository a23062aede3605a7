using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Sets of days for <see cref="WorkingCalendarBuilder.Open(ImmutableArray{IsoDayOfWeek}, string[])"/>; read best with <c>using static</c>.</summary>
public static class DaysOfWeek
{
    /// <summary>Gets Monday to Friday.</summary>
    public static ImmutableArray<IsoDayOfWeek> Weekdays { get; } =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    /// <summary>Gets Saturday and Sunday.</summary>
    public static ImmutableArray<IsoDayOfWeek> Weekend { get; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>Gets Monday to Sunday.</summary>
    public static ImmutableArray<IsoDayOfWeek> EveryDay { get; } = [.. Weekdays, .. Weekend];
}
