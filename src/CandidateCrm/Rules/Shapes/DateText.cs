using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Dates of definitions: <c>2026-03-09</c>. A year is kept free at either end of the line of time, so that «the day after» always exists.</summary>
internal static class DateText
{
    private const int Length = 10;
    private const int LastYear = 9998;

    internal static string Write(LocalDate date) => LocalDatePattern.Iso.Format(date);

    internal static bool TryRead(string text, out LocalDate date)
    {
        date = default;
        return text.Length == Length && LocalDatePattern.Iso.Parse(text).TryGetValue(default, out date) && date.Year is >= 1 and <= LastYear;
    }
}
