namespace CandidateCrm.Insights;

/// <summary>The one rounding of the insights: exact integers in, the nearest integer out, halves to the even one.</summary>
internal static class HalfEven
{
    /// <summary>Divides; the divisor is positive.</summary>
    internal static Int128 Divide(Int128 dividend, Int128 divisor)
    {
        var (quotient, rest) = Int128.DivRem(dividend, divisor);
        var twice = Int128.Abs(rest) * 2;
        var away = twice > divisor || (twice == divisor && Int128.IsOddInteger(quotient));
        return away ? quotient + (dividend < 0 ? -1 : 1) : quotient;
    }
}
