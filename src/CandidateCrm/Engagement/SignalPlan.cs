using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>One signal of a model, with its numbers in the units of the sums. Sizes are kept without sign; the sign is the weight's.</summary>
internal sealed class SignalPlan
{
    private readonly decimal _weight;
    private readonly UInt128 _weightSize;
    private readonly UInt128 _capNanos;
    private readonly UInt128 _capSize;
    private readonly Saturation? _saturation;

    internal SignalPlan(Signal signal, int halfLife, HalfLifePlan? fading, int group)
    {
        Kind = signal.Kind;
        IsNegative = signal.Weight < 0;
        HalfLife = halfLife;
        Fading = fading;
        Group = group;
        _weight = Math.Abs(signal.Weight);
        _weightSize = (UInt128)FixedPoint.From(_weight);
        _capNanos = signal.Cap is { } cap ? (UInt128)FixedPoint.RoundedNanos(cap) : UInt128.MaxValue;
        _capSize = signal.Cap is { } size ? (UInt128)FixedPoint.From(size) : UInt128.MaxValue;
        _saturation = signal.Saturation is { } saturation ? new Saturation(saturation) : null;
        SaturatesAt = (double)(signal.Saturation ?? 0);
        CapsAt = signal.Cap is null ? double.PositiveInfinity : FixedPoint.DoubleOfNanos((Int128)_capNanos);
        Size = (double)_weight;
        CapUnits = signal.Cap is null ? double.PositiveInfinity : (double)_capNanos;
        IsPlain = signal.Cap is null && signal.Saturation is null && signal.Group is null;
        Curve = (signal.Saturation, signal.Cap);
    }

    internal TouchKind Kind { get; }

    internal bool IsNegative { get; }

    /// <summary>Gets the index of the half-life within the model; -1 where the signal does not fade.</summary>
    internal int HalfLife { get; }

    internal HalfLifePlan? Fading { get; }

    /// <summary>Gets the index of the group; -1 for none.</summary>
    internal int Group { get; }

    /// <summary>Gets what the value can come near to; 0 where it does not saturate.</summary>
    internal double SaturatesAt { get; }

    /// <summary>Gets the largest value; infinite for none.</summary>
    internal double CapsAt { get; }

    /// <summary>Gets a value indicating whether the value is the decayed sum itself, and counts beside all others.</summary>
    internal bool IsPlain { get; }

    /// <summary>Gets the saturation and the cap: signals alike in both turn the same sum into the same value.</summary>
    internal (decimal? Saturation, decimal? Cap) Curve { get; }

    /// <summary>Gets the weight without sign.</summary>
    internal double Size { get; }

    /// <summary>Gets the cap in units of 10^-9; infinite for none.</summary>
    internal double CapUnits { get; }

    /// <summary>Returns weight times quantity without sign.</summary>
    internal UInt128 SizeOf(decimal quantity) =>
        quantity == 1m ? _weightSize : (UInt128)FixedPoint.From(_weight * quantity);

    /// <summary>Says that the cap holds back what a decayed sum is worth.</summary>
    internal bool IsCapped(UInt128 raw) => (_saturation?.Of(raw) ?? raw) > _capSize;

    /// <summary>Returns the unrounded value of a decayed sum.</summary>
    internal Int128 Unrounded(UInt128 raw) => Signed(UInt128.Min(_saturation?.Of(raw) ?? raw, _capSize));

    /// <summary>Returns the value of a decayed sum in units of 10^-9. Rounding keeps the order, so that the rounded cap may clamp what is already rounded.</summary>
    internal Int128 Nanos(UInt128 raw)
    {
        if (raw == 0)
        {
            return 0;
        }

        var nanos = FixedPoint.ToNanos(_saturation is null ? raw : _saturation.Of(raw));
        return Signed(nanos < _capNanos ? nanos : _capNanos);
    }

    internal Int128 Signed(UInt128 size) => IsNegative ? -(Int128)size : (Int128)size;
}
