using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A date within a window of the moment; each end is in it or not.</summary>
internal readonly struct DateWindow(int from, int to, WindowEnds ends) : ITest<LocalDate?>
{
    public bool IsOrdered => true;

    public bool HasValue(LocalDate? value) => value.HasValue;

    public int Side(LocalDate? value, Moment moment) => ends.Side(IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(from)), IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(to)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(LocalDate? value, Moment moment)
    {
        var date = IsoDate.Of(value.GetValueOrDefault());
        return value.HasValue && ends.Begins(date.CompareTo(moment.DateAt(from))) && ends.Ends(date.CompareTo(moment.DateAt(to)));
    }

    public Instant? NextChange(LocalDate? value, FlipSearch search) => value is { } date ? FlipSearch.Earlier(search.Next(from, date), search.Next(to, date)) : null;
}
