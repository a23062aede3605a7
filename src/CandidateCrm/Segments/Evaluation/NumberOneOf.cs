using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A number that is in a list.</summary>
internal readonly struct NumberOneOf(HashSet<decimal> wanted) : ITest<decimal?>
{
    public bool HasValue(decimal? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(decimal? value, Moment moment) => value.HasValue && wanted.Contains(value.GetValueOrDefault());
}
