using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant between two times of the moment, whichever is the later.</summary>
internal readonly struct InstantBetween(int one, int other) : ITest<Instant?>
{
    public bool IsOrdered => true;

    public bool HasValue(Instant? value) => value.HasValue;

    public int Side(Instant? value, Moment moment) => Bounds.Side(value.GetValueOrDefault().CompareTo(moment.InstantAt(one)), value.GetValueOrDefault().CompareTo(moment.InstantAt(other)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(Instant? value, Moment moment) =>
        value.HasValue && Bounds.Hold(value.GetValueOrDefault().CompareTo(moment.InstantAt(one)), value.GetValueOrDefault().CompareTo(moment.InstantAt(other)));

    public Instant? NextChange(Instant? value, FlipSearch search) => value is { } at ? FlipSearch.Earlier(search.Next(one, at), search.Next(other, at)) : null;
}
