using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>Says limits and times in the words of a charter.</summary>
internal static class LimitTexts
{
    /// <param name="limit">The limit.</param>
    /// <param name="words">The words.</param>
    /// <param name="zone">The zone in which a fixed instant is said.</param>
    internal static string Of(Limit limit, CharterWords words, DateTimeZone zone) => limit.Unit switch
    {
        LimitUnit.BusinessDays => words.BusinessDays.For(limit.Days),
        LimitUnit.WorkingTime => OfOpenTime(limit.Time, words),
        _ => OfInstant(limit.At, zone),
    };

    private static LocalDateTimePattern Due { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private static LocalDateTimePattern Precise { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFF");

    // The same in every language, and with its zone: what is promised by an instant is no matter of where somebody reads it. A time that the clock shows twice has its offset beside it.
    private static string OfInstant(Instant at, DateTimeZone zone)
    {
        var there = at.InZone(zone);
        var clock = (at.ToUnixTimeTicks() % NodaConstants.TicksPerMinute == 0 ? Due : Precise).Format(there.LocalDateTime);
        return zone.MapLocal(there.LocalDateTime).Count > 1 ? $"{clock} {zone.Id} ({OffsetPattern.GeneralInvariant.Format(there.Offset)})" : $"{clock} {zone.Id}";
    }

    /// <summary>Says open time in hours, minutes and seconds; what is none is left out.</summary>
    internal static string OfOpenTime(Duration time, CharterWords words) =>
        Joined(words, ((long)time.TotalHours, words.Hours), (time.Minutes, words.Minutes), (time.Seconds, words.Seconds));

    /// <summary>Says elapsed time: whole days where it is that, else hours and minutes.</summary>
    internal static string OfElapsed(Duration time, CharterWords words) => time == Duration.FromDays(time.Days)
        ? words.Days.For(time.Days)
        : Joined(words, ((long)time.TotalHours, words.ClockHours), (time.Minutes, words.Minutes), (time.Seconds, words.Seconds));

    private static string Joined(CharterWords words, params (long Count, PluralWords Words)[] parts)
    {
        var said = parts.Where(part => part.Count > 0).Select(part => part.Words.For(part.Count)).ToList();
        return said.Count > 0 ? string.Join(' ', said) : words.Seconds.For(0);
    }
}
