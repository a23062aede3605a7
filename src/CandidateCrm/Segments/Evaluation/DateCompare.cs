using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A date compared with a date of the moment.</summary>
internal readonly struct DateCompare(int slot, Signs wanted) : ITest<LocalDate?>
{
    public bool IsOrdered => true;

    public bool HasValue(LocalDate? value) => value.HasValue;

    public int Side(LocalDate? value, Moment moment) => wanted.SideOf(IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(slot)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(LocalDate? value, Moment moment) =>
        value.HasValue && wanted.Has(IsoDate.Of(value.GetValueOrDefault()).CompareTo(moment.DateAt(slot)));

    public Instant? NextChange(LocalDate? value, FlipSearch search) => value is { } date ? search.Next(slot, date) : null;
}
