using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Calendars;

/// <summary>Two or three random calendars upon each other beside a change of the clock, the lowest first.</summary>
internal sealed record LayeredCase(ImmutableArray<WorkingCalendar> Layers, LocalDate Around)
{
    public WorkingCalendar Top => Layers[^1];

    /// <summary>Gets cases of one zone that are layered in any way, and cases in which each lies within the one before, in zones of their own.</summary>
    public static Arbitrary<LayeredCase> All { get; } = Arb.From(
        from change in Gen.Elements(CalendarCases.Changes.Where(change => change.Zone != "Africa/Monrovia"))
        from count in Gen.Choose(2, 3)
        from areWithin in Gen.Elements(true, false)
        from layers in Gen.ArrayOf(Layer(change, areWithin), count)
        let built = layers.Select(Build).ToArray()
        where built.All(calendar => calendar is not null)
        select new LayeredCase([.. built.Select(calendar => calendar!)], change.Date));

    public override string ToString() => string.Join("\n", Layers.Select(layer =>
        $"{layer} {layer.Base?.How}: {string.Join(" | ", Enumerable.Range(1, 7).Select(day => string.Join(" ", layer.WeeklyHours((IsoDayOfWeek)day))))}"
        + string.Concat(layer.Overrides.Select(entry => $"\n  {entry.Date:uuuu-MM-dd} = {string.Join(" ", entry.Hours)}"))
        + string.Concat(layer.Closures.Select(closure => $"\n  {closure.Date:uuuu-MM-dd} closed {closure.Part}"))));

    private static Gen<(WorkingCalendarBuilder Builder, CalendarLayering How)> Layer((string Zone, LocalDate Date) change, bool isWithin) =>
        from week in Gen.Frequency((1, Gen.Constant(new DayHours[][] { [], [], [], [], [], [], [] })), (3, Gen.ArrayOf(CalendarCases.Hours(), 7)))
        from overrides in Gen.ListOf(CalendarCases.Override(change.Date))
        from closures in Gen.ListOf(CalendarCases.Closing(change.Date))
        from how in isWithin ? Gen.Constant(CalendarLayering.Within) : Gen.Elements(CalendarLayering.Within, CalendarLayering.InPlaceOf)
        from zone in isWithin ? Gen.Elements(change.Zone, "America/New_York", "Asia/Kolkata") : Gen.Constant(change.Zone)
        select (CalendarCases.Builder(zone, week, overrides.Take(3), closures.Take(4)), how);

    private static WorkingCalendar? Build((WorkingCalendarBuilder Builder, CalendarLayering How) layer, int place)
    {
        var builder = layer.Builder.Named(KeyOf(place));
        if (place > 0)
        {
            builder = layer.How == CalendarLayering.Within ? builder.Within(KeyOf(place - 1)) : builder.InPlaceOf(KeyOf(place - 1));
        }

        return builder.Review().IsEmpty ? builder.Build() : null;
    }

    private static CalendarKey KeyOf(int place) => CalendarKey.From($"layer-{place}");
}
