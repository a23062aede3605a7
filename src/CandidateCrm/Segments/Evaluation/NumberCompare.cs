using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A number compared with the literal.</summary>
internal readonly struct NumberCompare(decimal operand, Signs wanted) : ITest<decimal?>
{
    public bool IsOrdered => true;

    public bool HasValue(decimal? value) => value.HasValue;

    public int Side(decimal? value, Moment moment) => wanted.SideOf(decimal.Compare(value.GetValueOrDefault(), operand));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(decimal? value, Moment moment) =>
        value.HasValue && wanted.Has(decimal.Compare(value.GetValueOrDefault(), operand));
}
