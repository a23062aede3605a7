namespace CandidateCrm.Engagement;

/// <summary>What a score leaves when it falls below one threshold or reaches another, in the units of both scales; the ends of the numbers stand for none.</summary>
internal readonly record struct Crossing(Int128 Below, Int128 Above, Int128 RoundedBelow, Int128 RoundedAbove)
{
    /// <summary>Returns what bounds a band.</summary>
    internal static Crossing OfBand(ScorePlan plan, int band)
    {
        var (below, above) = Of(plan.Unrounded, band);
        var (roundedBelow, roundedAbove) = Of(plan.Rounded, band);
        return new Crossing(below, above, roundedBelow, roundedAbove);
    }

    /// <summary>Returns the threshold of a value that is only fallen below.</summary>
    internal static Crossing Under(decimal value) => new(FixedPoint.From(value), Int128.MaxValue, FixedPoint.CeilingNanos(value), Int128.MaxValue);

    private static (Int128 Below, Int128 Above) Of(ScoreScale scale, int band) =>
        (band > 0 ? scale.Exit[band] : Int128.MinValue, band + 1 < scale.Enter.Length ? scale.Enter[band + 1] : Int128.MaxValue);
}
