using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant compared with a time of the moment.</summary>
internal readonly struct InstantCompare(int slot, Signs wanted) : ITest<Instant?>
{
    public bool IsOrdered => true;

    public bool HasValue(Instant? value) => value.HasValue;

    public int Side(Instant? value, Moment moment) => wanted.SideOf(value.GetValueOrDefault().CompareTo(moment.InstantAt(slot)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(Instant? value, Moment moment) =>
        value.HasValue && wanted.Has(value.GetValueOrDefault().CompareTo(moment.InstantAt(slot)));

    public Instant? NextChange(Instant? value, FlipSearch search) => value is { } at ? search.Next(slot, at) : null;
}
