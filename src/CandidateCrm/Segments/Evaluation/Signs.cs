namespace CandidateCrm.Segments.Evaluation;

/// <summary>Which results of a comparison are wanted: below, equal, above.</summary>
internal readonly struct Signs
{
    private const int Below = 1;
    private const int Equal = 2;
    private const int Above = 4;

    private readonly int _bits;

    private Signs(int bits) => _bits = bits;

    /// <summary>Returns the results that the positive form of an operator wants.</summary>
    internal static Signs Of(CompareOperator @operator) => new(@operator switch
    {
        CompareOperator.Less => Below,
        CompareOperator.LessOrEqual => Below | Equal,
        CompareOperator.Greater => Above,
        CompareOperator.GreaterOrEqual => Above | Equal,
        _ => Equal,
    });

    internal bool IsEqual => _bits == Equal;

    /// <summary>Returns on which side of the wanted results one lies: below zero before them, above zero after them.</summary>
    internal int SideOf(int comparison) => Has(comparison) ? 0 : (_bits & Below) != 0 ? 1 : (_bits & Above) != 0 ? -1 : comparison;

    internal bool Has(int comparison) => (_bits & (comparison < 0 ? Below : comparison == 0 ? Equal : Above)) != 0;
}
