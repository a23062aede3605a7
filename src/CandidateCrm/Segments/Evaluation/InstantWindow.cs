using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant within a window of the moment; each end is in it or not.</summary>
internal readonly struct InstantWindow(int from, int to, WindowEnds ends) : ITest<Instant?>
{
    public bool HasValue(Instant? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(Instant? value, Moment moment) =>
        value.HasValue
        && ends.Begins(value.GetValueOrDefault().CompareTo(moment.InstantAt(from)))
        && ends.Ends(value.GetValueOrDefault().CompareTo(moment.InstantAt(to)));
}
