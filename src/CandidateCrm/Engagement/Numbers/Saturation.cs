namespace CandidateCrm.Engagement;

/// <summary>Diminishing returns: C · (1 − e^(−raw / C)) in units of 2^-60; error below C · 2^-60.</summary>
internal sealed class Saturation
{
    private readonly UInt128 _ceiling;
    private readonly ulong _mantissa;
    private readonly int _shift;

    internal Saturation(decimal ceiling)
    {
        _ceiling = (UInt128)FixedPoint.From(ceiling);

        // log2(e) / C, times the 2^4 that lie between units of 2^-60 and of 2^-64, as 64 bits and a shift.
        var factor = 16m * ExactMath.Log2OfE / ceiling;
        while (factor < ExactMath.One)
        {
            factor *= 2;
            _shift++;
        }

        _mantissa = (ulong)factor;
    }

    internal UInt128 Of(UInt128 raw)
    {
        // e^-90 is below 2^-128: nothing is left to saturate, and the product below keeps its room.
        if (raw / 90 >= _ceiling)
        {
            return _ceiling;
        }

        var exponent = Exponent(raw);
        var fraction = (ulong)exponent;
        var whole = (int)(exponent >> 64);
        if (exponent == 0 || whole >= 64)
        {
            return exponent == 0 ? UInt128.Min(raw, _ceiling) : _ceiling;
        }

        // 2^-(whole + fraction) in units of 2^-64; 2^0 has no room there and is met only with whole = fraction = 0.
        var left = fraction == 0 ? ExactMath.One >> (whole - 1) : ExactMath.Exp2(0 - fraction) >> whole;
        return left == 0 ? _ceiling : FixedPoint.HighProduct(_ceiling, 0 - left);
    }

    private UInt128 Exponent(UInt128 raw)
    {
        var high = FixedPoint.Product((ulong)(raw >> 64), _mantissa);
        var low = FixedPoint.Product((ulong)raw, _mantissa);
        var upper = high + (low >> 64);
        return _shift >= 64 ? upper >> (_shift - 64) : (upper << (64 - _shift)) + ((ulong)low >> _shift);
    }
}
