using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Calendars;

/// <summary>A random calendar beside a change of its zone's clock, and places on the line around it.</summary>
internal sealed record CalendarCase(WorkingCalendar Calendar, LocalDate Around, int A, int B, int C)
{
    public override string ToString()
    {
        var week = Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day + ": " + string.Join(" ", Calendar.WeeklyHours((IsoDayOfWeek)day)));
        var overrides = Calendar.Overrides.Select(entry => $"{entry.Date:uuuu-MM-dd} = {string.Join(" ", entry.Hours)}");
        var closures = Calendar.EffectiveClosures.Select(closure => $"{closure.Date:uuuu-MM-dd} closed {closure.Part}");
        return $"{Calendar.Zone.Id} around {Around:uuuu-MM-dd}, {A}/{B}/{C}\n  " + string.Join("\n  ", week.Concat(overrides).Concat(closures));
    }
}

internal static class CalendarCases
{
    /// <summary>Zones with the date of a change: at midnight, by half an hour, by a whole day, into and out of summer time.</summary>
    internal static readonly (string Zone, LocalDate Date)[] Changes =
    [
        ("Europe/Berlin", new(2026, 3, 29)),
        ("Europe/Berlin", new(2026, 10, 25)),
        ("America/New_York", new(2026, 11, 1)),
        ("America/Sao_Paulo", new(2018, 11, 4)),
        ("America/Sao_Paulo", new(2018, 2, 18)),
        ("Asia/Beirut", new(2021, 3, 28)),
        ("Asia/Beirut", new(2021, 10, 31)),
        ("Africa/Cairo", new(2024, 4, 26)),
        ("Africa/Cairo", new(2024, 11, 1)),
        ("Pacific/Apia", new(2011, 12, 30)),
        ("Pacific/Kwajalein", new(1993, 8, 21)),
        ("Australia/Lord_Howe", new(2026, 4, 5)),
        ("Australia/Lord_Howe", new(2026, 10, 4)),
        ("America/Havana", new(2026, 3, 8)),
        ("America/Toronto", new(1919, 3, 30)),
        ("Africa/Monrovia", new(1972, 1, 7)),
        ("Asia/Kolkata", new(2026, 1, 1)),
        ("UTC", new(2024, 2, 29)),
    ];

    public const int Days = 14;

    public static Arbitrary<CalendarCase> All { get; } = Arb.From(Cases());

    /// <summary>Paints two weeks minute by minute; half minutes where the zone's clock was half a minute off.</summary>
    public static PaintedLine Paint(CalendarCase sample)
    {
        var halves = sample.Calendar.Zone.Id == "Africa/Monrovia" ? 2 : 1;
        return new PaintedLine(
            sample.Calendar,
            sample.Around.PlusDays(-Days / 2).AtMidnight().InUtc().ToInstant(),
            Duration.FromMinutes(1) / halves,
            Days * 24 * 60 * halves);
    }

    private static Gen<CalendarCase> Cases() =>
        from change in Gen.Elements(Changes)
        from week in Gen.ArrayOf(Hours(), 7)
        from overrides in Gen.ListOf(Override(change.Date))
        from closures in Gen.ListOf(Closing(change.Date))
        from bounded in Gen.Choose(0, 5)
        from first in Gen.Choose(-7, 0)
        from last in Gen.Choose(1, 7)
        from places in Gen.ArrayOf(Place(), 3)
        let calendar = Build(change.Zone, week, overrides.Take(3), closures.Take(4), bounded == 0 ? (change.Date.PlusDays(first), change.Date.PlusDays(last)) : null)
        where calendar is not null
        select new CalendarCase(calendar, change.Date, places[0], places[1], places[2]);

    /// <summary>Steps of the line, with a liking for whole quarters of an hour, where hours begin and end.</summary>
    private static Gen<int> Place() => Gen.OneOf(Gen.Choose(0, Days * 24 * 60), Gen.Choose(0, Days * 24 * 4).Select(quarter => quarter * 15));

    /// <summary>The hours of one day: none, the whole, or some parts, the last of which may run into the next day.</summary>
    internal static Gen<DayHours[]> Hours() => Gen.Frequency(
        (2, Gen.Constant(Array.Empty<DayHours>())),
        (1, Gen.Constant(new[] { DayHours.WholeDay })),
        (7, Gen.ArrayOf(Gen.Choose(0, 96).Select(quarter => quarter * 15), 6).Select(Parts)));

    private static DayHours[] Parts(int[] minutes)
    {
        var marks = minutes.Take(4).Distinct().Order().ToArray();
        var parts = Enumerable.Range(0, marks.Length / 2).Select(i => Between(marks[2 * i], marks[(2 * i) + 1])).ToList();
        var late = Math.Max(minutes[4], marks[^1]);
        if (minutes[5] % 2 == 0 && late < 1440)
        {
            parts.Add(Between(late, minutes[5] % Math.Min(late + 1, 300)));
        }

        return [.. parts.Where(part => part.IsAssigned)];
    }

    private static DayHours Between(int start, int end)
    {
        var text = $"{start / 60:00}:{start % 60:00}-{end / 60:00}:{end % 60:00}";
        return DayHours.TryParse(text, out var hours) ? hours : default;
    }

    internal static Gen<DateOverride> Override(LocalDate around) =>
        from day in Gen.Choose(-5, 5)
        from hours in Hours()
        select new DateOverride { Date = around.PlusDays(day), Hours = [.. hours] };

    internal static Gen<Closure> Closing(LocalDate around) =>
        from day in Gen.Choose(-4, 4)
        from whole in Gen.Choose(0, 2)
        from start in Gen.Choose(0, 95)
        from end in Gen.Choose(0, 96)
        let part = Between(start * 15, end * 15)
        select new Closure { Date = around.PlusDays(day), Part = whole == 0 || !part.IsAssigned ? null : part, Reason = "closed" };

    private static WorkingCalendar? Build(
        string zone,
        DayHours[][] week,
        IEnumerable<DateOverride> overrides,
        IEnumerable<Closure> closures,
        (LocalDate First, LocalDate Last)? dates)
    {
        var builder = Builder(zone, week, overrides, closures);
        if (dates is { } limits)
        {
            builder.StartingOn(limits.First).EndingOn(limits.Last);
        }

        return builder.Review().IsEmpty ? builder.Build() : null;
    }

    internal static WorkingCalendarBuilder Builder(string zone, DayHours[][] week, IEnumerable<DateOverride> overrides, IEnumerable<Closure> closures)
    {
        var builder = WorkingCalendar.In(zone);
        for (var day = 0; day < 7; day++)
        {
            // Where one day runs into the next, the next starts later.
            var before = week[(day + 6) % 7].Where(hours => hours.EndsNextDay).Select(hours => hours.End).FirstOrDefault();
            builder.Open([(IsoDayOfWeek)(day + 1)], [.. week[day].Where(hours => hours.Start >= before)]);
        }

        foreach (var entry in overrides.DistinctBy(entry => entry.Date))
        {
            builder.Override(entry.Date, entry.Hours);
        }

        foreach (var closure in closures)
        {
            builder.Close(closure);
        }

        return builder;
    }
}
