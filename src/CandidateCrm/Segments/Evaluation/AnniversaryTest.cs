using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A later year of a date has its day in [today, end). 29 February is kept on the 28th in common years.</summary>
internal readonly struct AnniversaryTest<T>(Func<T, LocalDate?> read, int endSlot) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        if (read(item) is not { } date)
        {
            return Outcome.NoValue;
        }

        var (today, end) = (moment.Today, moment.DateAt(endSlot));
        var years = Math.Max(1, today.Year - date.Year);
        var next = On(date, years);
        return (next < today ? On(date, years + 1) : next) is { } day && day >= today && day < end ? Outcome.Yes : Outcome.No;
    }

    private static LocalDate? On(LocalDate date, int years) => date.Year + years <= LocalDate.MaxIsoValue.Year ? date.PlusYears(years) : null;
}
