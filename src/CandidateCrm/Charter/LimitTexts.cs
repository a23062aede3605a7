using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Charter;

/// <summary>Says limits and times in the words of a charter.</summary>
internal static class LimitTexts
{
    internal static string Of(Limit limit, CharterWords words) => limit.Unit switch
    {
        LimitUnit.BusinessDays => words.BusinessDays.For(limit.Days),
        LimitUnit.WorkingTime => OfOpenTime(limit.Time, words),
        _ => (limit.At.ToUnixTimeTicks() % NodaConstants.TicksPerMinute == 0 ? Due : Precise).Format(limit.At),
    };

    // The same in every language, and with its zone: what is promised by an instant is no matter of where somebody reads it.
    private static InstantPattern Due { get; } = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm 'UTC'");

    private static InstantPattern Precise { get; } = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFF 'UTC'");

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
