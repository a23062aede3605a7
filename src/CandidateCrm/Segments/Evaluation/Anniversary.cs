using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A later year of a date has its day in [today, end). 29 February is kept on the 28th in common years.</summary>
internal readonly struct Anniversary(int endSlot) : ITest<LocalDate?>
{
    public bool HasValue(LocalDate? value) => value.HasValue;

    public bool IsMet(LocalDate? value, Moment moment) =>
        value is { } date && First(IsoDate.Of(date), moment.Today) is { } day && day < moment.DateAt(endSlot);

    /// <summary>It may begin where the end of the days passes the next anniversary that they do not reach yet, and end on the day after one.</summary>
    public Instant? NextChange(LocalDate? value, FlipSearch search)
    {
        if (value is not { } given)
        {
            return null;
        }

        var (date, today, end) = (IsoDate.Of(given), search.Moment.Today, search.Moment.DateAt(endSlot));
        var kept = First(date, today);
        var ahead = First(date, LocalDate.Max(today, end));
        return FlipSearch.Earlier(
            kept is { } day ? search.Clock.StartOf(day.PlusDays(1)) : null,
            ahead is { } next ? search.Next(endSlot, next) : null);
    }

    /// <summary>Returns the first anniversary on a day or later.</summary>
    private static LocalDate? First(LocalDate date, LocalDate day)
    {
        var years = Math.Max(1, day.Year - date.Year);
        var first = On(date, years);
        return first < day ? On(date, years + 1) : first;
    }

    private static LocalDate? On(LocalDate date, int years) => date.Year + years <= LocalDate.MaxIsoValue.Year ? date.PlusYears(years) : null;
}
