using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A date between two dates of the moment, whichever is the later.</summary>
internal readonly struct DateBetween(int one, int other) : ITest<LocalDate?>
{
    public bool IsOrdered => true;

    public bool HasValue(LocalDate? value) => value.HasValue;

    public int Side(LocalDate? value, Moment moment) => Bounds.Side(IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(one)), IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(other)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(LocalDate? value, Moment moment)
    {
        var date = IsoDate.Of(value.GetValueOrDefault());
        return value.HasValue && Bounds.Hold(date.CompareTo(moment.DateAt(one)), date.CompareTo(moment.DateAt(other)));
    }

    public Instant? NextChange(LocalDate? value, FlipSearch search) => value is { } date ? FlipSearch.Earlier(search.Next(one, date), search.Next(other, date)) : null;
}
