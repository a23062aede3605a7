namespace CandidateCrm.Engagement;

/// <summary>
/// Finds where a falling curve first lies below a threshold. Newton's step on the logarithm lands at once where one half-life decides
/// (t = T + H · log2(score / threshold)); a sum of decays is convex there, so that the step never passes the place. What misleads it, such as a cap, is bisected.
/// </summary>
internal static class FallingSearch
{
    private const int BoldSteps = 12;

    /// <summary>Returns the first place from 1 on below the threshold; 0 for none.</summary>
    internal static long FirstBelow<TCurve>(TCurve curve, Grid grid, Int128 below)
        where TCurve : struct, IFallingCurve
    {
        if (grid.Last == 0 || below == Int128.MinValue || curve.At(grid.At(grid.Last)!.Value) >= below)
        {
            return 0;
        }

        long above = 0;
        var under = grid.Last;
        var value = curve.At(grid.From(0));
        var jump = Bold(curve, grid.Step, value, below);
        for (int step = 0, stalled = 0; under - above > 1; step++)
        {
            // A bold step that stands still has arrived, or the rounding holds it up: then the pace doubles.
            stalled = jump < 1 ? stalled + 1 : 0;
            var probe = step < BoldSteps ? above + long.Max(jump, stalled == 0 ? 1 : 1L << (stalled - 1)) : above + ((under - above) / 2);
            probe = Math.Clamp(probe, above + 1, under - 1);
            var found = curve.At(grid.At(probe)!.Value);
            if (found < below)
            {
                under = probe;
                jump = (under - above) / 2;
            }
            else
            {
                above = probe;
                jump = step < BoldSteps ? Bold(curve, grid.Step, found, below) : 0;
            }
        }

        return under;
    }

    /// <summary>Returns how many steps the curve needs from the instant that it was last asked for, about.</summary>
    private static long Bold<TCurve>(TCurve curve, long step, Int128 value, Int128 below)
        where TCurve : struct, IFallingCurve
    {
        const double Ln2 = 0.693147180559945309;
        var slope = curve.Slope();
        if (below <= 0 || value <= below || !(slope > 0))
        {
            return 0;
        }

        var height = (double)value * curve.Unit;
        return (long)Math.Min(ExactMath.Log2((double)value / (double)below) * Ln2 * height / slope / step, 1e18);
    }
}
