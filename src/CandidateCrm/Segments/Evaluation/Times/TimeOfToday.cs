using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time that is the same all day long and from day to day never earlier, such as the start of this week.</summary>
internal sealed class TimeOfToday<TValue>(Func<LocalCalendar, TValue> resolve) : MomentTime<TValue>
    where TValue : struct, IComparable<TValue>
{
    internal override TValue At(LocalCalendar calendar) => resolve(calendar);

    internal override Instant? NextChange(TValue value, Instant after, ZoneClock clock)
    {
        var today = clock.At(after).Today;
        var now = Sign(today);
        if (now < 0)
        {
            return null;
        }

        // The value lies at or after the time, which catches up with it: twice as far each time, and then back by halves.
        var (same, other) = (0, 1);
        while (Sign(today.PlusDays(other)) == now)
        {
            if (other > ZoneClock.MostDays(today) / 2)
            {
                return null;
            }

            (same, other) = (other, other * 2);
        }

        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            (same, other) = Sign(today.PlusDays(middle)) == now ? (middle, other) : (same, middle);
        }

        return clock.StartOf(today.PlusDays(other));

        int Sign(LocalDate day) => Math.Sign(value.CompareTo(resolve(clock.OnDay(day))));
    }
}
