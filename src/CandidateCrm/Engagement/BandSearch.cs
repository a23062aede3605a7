namespace CandidateCrm.Engagement;

/// <summary>When a score that is left alone meets a threshold.</summary>
internal static class BandSearch
{
    /// <summary>Returns the whole second at which the rounded score leaves the band, or enters the next; null for never.</summary>
    internal static Int128? OnSeconds(ScoreDraft draft, Int128 after)
    {
        var plan = draft.Plan;
        var (below, above) = Thresholds(plan.Rounded, draft.Band);
        var start = (Int128)ElapsedTime.FloorSeconds(after) * ElapsedTime.NanosPerSecond;
        var grid = Grid.Until(start, ElapsedTime.NanosPerSecond, draft.FadedAt());
        if (grid.Last == 0)
        {
            // Nothing fades, but what a touchpoint lowered between two seconds still falls on the next.
            return Leaves(draft.TotalAt(plan.Rounded, after), below, above) ? start + ElapsedTime.NanosPerSecond : null;
        }

        if (draft.NeverRises)
        {
            var place = draft.Quick.FirstBelow(draft, after, grid, below);
            return grid.At(place > 0 ? place : FallingSearch.FirstBelow(new ScoreCurve(draft, plan.Rounded), grid, below));
        }

        return grid.At(RoundedSearch(draft, grid, below, above));
    }

    /// <summary>Returns the instant, to a microsecond, at which the unrounded score meets a threshold; the one asked for where it lies beyond it already.</summary>
    internal static Int128? Exactly(ScoreDraft draft, Int128 after, Int128 below, Int128 above)
    {
        var scale = draft.Plan.Unrounded;
        below = below == Int128.MinValue ? below : below - Blur(below);
        above = above == Int128.MaxValue ? above : above - Blur(above);
        if (Leaves(draft.TotalAt(scale, after), below, above))
        {
            return after;
        }

        var grid = Grid.Until(after, ElapsedTime.NanosPerMicrosecond, draft.FadedAt());
        if (grid.Last == 0)
        {
            return null;
        }

        if (draft.NeverRises)
        {
            return grid.Before(FallingSearch.FirstBelow(new ScoreCurve(draft, scale), grid, below));
        }

        return new TwoSidedSearch(draft, scale, grid, below, above).First(1) is var first && first != 0 && draft.TotalAt(scale, grid.At(first)!.Value) < below
            ? grid.Before(first)
            : grid.At(first);
    }

    /// <summary>Returns when the size of one signal's value falls below a threshold.</summary>
    internal static Int128? OfSignal(ScoreDraft draft, int signal, Int128 after, Int128 below)
    {
        var curve = new SignalCurve(draft, signal);
        below -= Blur(below);
        if (curve.At(after) < below)
        {
            return after;
        }

        var grid = Grid.Until(after, ElapsedTime.NanosPerMicrosecond, draft.FadedAt(signal));
        return grid.Before(FallingSearch.FirstBelow(curve, grid, below));
    }

    internal static (Int128 Below, Int128 Above) Thresholds(ScoreScale scale, int band) =>
        (band > 0 ? scale.Exit[band] : Int128.MinValue, band + 1 < scale.Enter.Length ? scale.Enter[band + 1] : Int128.MaxValue);

    private static bool Leaves(Int128 total, Int128 below, Int128 above) => total < below || total >= above;

    private static Int128 Blur(Int128 threshold) => (Int128)FixedPoint.Blur((UInt128)Int128.Abs(threshold));

    /// <summary>
    /// The unrounded score, in which signals of one half-life are added up first, is followed quickly to where rounding could first matter;
    /// from there the rounded one decides.
    /// </summary>
    private static long RoundedSearch(ScoreDraft draft, Grid grid, Int128 below, Int128 above)
    {
        var plan = draft.Plan;
        var margin = FixedPoint.From(0.000000001m * (plan.Signals.Length + 2));
        var (exactBelow, exactAbove) = Thresholds(plan.Unrounded, draft.Band);
        exactBelow = exactBelow == Int128.MinValue ? exactBelow : exactBelow + margin;
        exactAbove = exactAbove == Int128.MaxValue ? exactAbove : exactAbove - margin;
        var near = Leaves(draft.TotalAt(plan.Unrounded, grid.Start), exactBelow, exactAbove)
            ? 1
            : new TwoSidedSearch(draft, plan.Unrounded, grid, exactBelow, exactAbove).First(1);
        return near == 0 ? 0 : new TwoSidedSearch(draft, plan.Rounded, grid, below, above).First(near);
    }
}
