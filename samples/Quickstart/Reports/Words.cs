using System.Globalization;
using CandidateCrm.Charter;
using CandidateCrm.Insights;
using NodaTime;
using NodaTime.Text;

namespace Quickstart.Reports;

/// <summary>Numbers, times and shares as people read them; the same in every culture.</summary>
internal static class Words
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm");

    internal const string Nothing = "–";

    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Says how many of a list are shown where that is not all of them.</summary>
    internal static string FirstOf(int shown, long all) => shown < all ? $"the first {Count(shown)} of {Count(all)}" : Count(all);

    internal static string Share(Rate? rate) => Share(rate?.ToDecimal());

    internal static string Share(decimal? share) =>
        share is { } some ? (some * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : Nothing;

    internal static string Score(decimal score) => score.ToString("0.0", CultureInfo.InvariantCulture);

    internal static string Signed(decimal value) => value.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    /// <summary>Returns what a promise is about: an application, or nothing of its own.</summary>
    internal static string Subject(PromiseKey promise) => promise.Subject == PromiseKey.WholeRelationship ? Nothing : promise.Subject;

    /// <summary>Returns an instant in UTC.</summary>
    internal static string At(Instant instant) => Stamp.Format(instant);

    /// <summary>Returns a time on the clock on the wall.</summary>
    internal static string Time(Duration? time) => time switch
    {
        null => Nothing,
        { TotalHours: < 1 } some => string.Create(CultureInfo.InvariantCulture, $"{some.TotalMinutes:0} min"),
        { TotalDays: < 3 } some => string.Create(CultureInfo.InvariantCulture, $"{some.TotalHours:0.0} h"),
        { } some => string.Create(CultureInfo.InvariantCulture, $"{some.TotalDays:0.0} days"),
    };

    /// <summary>Returns a time in which the office was open: hours, since a day of work is no day.</summary>
    internal static string OpenTime(Duration? time) =>
        time is { } some ? string.Create(CultureInfo.InvariantCulture, $"{some.TotalHours:0.0} h") : Nothing;
}
