using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A later year of a date has its day in [today, end). 29 February is kept on the 28th in common years.</summary>
internal readonly struct Anniversary(int endSlot) : ITest<LocalDate?>
{
    public bool HasValue(LocalDate? value) => value.HasValue;

    public bool IsMet(LocalDate? value, Moment moment)
    {
        if (value is not { } given)
        {
            return false;
        }

        var (date, today) = (IsoDate.Of(given), moment.Today);
        var years = Math.Max(1, today.Year - date.Year);
        var next = On(date, years);
        return (next < today ? On(date, years + 1) : next) is { } day && day >= today && day < moment.DateAt(endSlot);
    }

    private static LocalDate? On(LocalDate date, int years) => date.Year + years <= LocalDate.MaxIsoValue.Year ? date.PlusYears(years) : null;
}
