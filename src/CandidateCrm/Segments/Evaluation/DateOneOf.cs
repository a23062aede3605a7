using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A date that is in a list.</summary>
internal readonly struct DateOneOf(HashSet<LocalDate> wanted) : ITest<LocalDate?>
{
    public bool HasValue(LocalDate? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(LocalDate? value, Moment moment) => value.HasValue && wanted.Contains(IsoDate.Of(value.GetValueOrDefault()));
}
