using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A number between two literals, which stand in order.</summary>
internal readonly struct NumberRange(decimal from, decimal to) : ITest<decimal?>
{
    public bool HasValue(decimal? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(decimal? value, Moment moment) =>
        value.HasValue && value.GetValueOrDefault() >= from && value.GetValueOrDefault() <= to;
}
