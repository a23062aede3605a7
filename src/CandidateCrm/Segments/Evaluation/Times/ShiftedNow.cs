using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>
/// So many units after now, or before it. Minutes and hours run evenly. The others follow the calendar of the zone: evenly too, but where clocks change and where a month is too short for its day,
/// which moves the time to and fro by a few days at most.
/// </summary>
internal sealed class ShiftedNow(long count, TimeUnit unit) : MomentTime<Instant>
{
    // The 28th to the 31st may all fall onto the 28th, and clocks have been moved by a day.
    private const int DaysAround = 5;

    internal override Instant At(LocalCalendar calendar) => count == 0 ? calendar.Now : calendar.Shift(count, unit);

    internal override Instant? NextChange(Instant value, Instant after, ZoneClock clock)
    {
        if (count == 0 || unit is TimeUnit.Minute or TimeUnit.Hour)
        {
            return Meets(clock.At(value).Shift(-count, count == 0 ? TimeUnit.Minute : unit), after);
        }

        var now = clock.At(value);
        var met = now.Shift(-count, unit);
        if (met == Instant.MinValue || met == Instant.MaxValue)
        {
            return null;
        }

        var day = clock.At(met).Today;
        return (unit is TimeUnit.Day or TimeUnit.Week || day.Day is > DaysAround and < 28 - DaysAround) && clock.IsEven(day, DaysAround) && clock.IsEven(now.Today, DaysAround)
            ? Meets(met, after)
            : Searched(value, after, (day, clock));
    }

    /// <summary>From the instant at which both are the same the value is earlier.</summary>
    private static Instant? Meets(Instant met, Instant after) => met > after ? met : met == after && met < Instant.MaxValue ? met + Duration.Epsilon : null;

    /// <summary>Looks at the days around the one on which both should meet. Between two breaks of a day the time runs evenly.</summary>
    private Instant? Searched(Instant value, Instant after, (LocalDate Day, ZoneClock Clock) around)
    {
        var (day, clock) = around;
        var instants = new SortedSet<Instant>();
        for (var days = -DaysAround; days <= DaysAround; days++)
        {
            foreach (var start in clock.BreaksOf(day.PlusDays(days), count, unit))
            {
                var meets = start + (value - At(clock.At(start)));
                instants.UnionWith([start, meets, meets + Duration.Epsilon]);
            }
        }

        var sign = Sign(after);
        foreach (var instant in instants.Where(instant => instant > after))
        {
            if (Sign(instant) != sign)
            {
                return instant;
            }
        }

        return null;

        int Sign(Instant at) => value.CompareTo(At(clock.At(at)));
    }
}
