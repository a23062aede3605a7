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
        var value = curve.At(grid.Start);
        var under = grid.Last;
        for (var step = 0; under - above > 1; step++)
        {
            var jump = step < BoldSteps ? long.Max(Bold(curve, grid, above, value, below), 1L << step) : (under - above) / 2;
            var probe = above + Math.Clamp(jump, 1, under - above - 1);
            var found = curve.At(grid.At(probe)!.Value);
            if (found < below)
            {
                under = probe;
            }
            else
            {
                above = probe;
                value = found;
            }
        }

        return under;
    }

    private static long Bold<TCurve>(TCurve curve, Grid grid, long from, Int128 value, Int128 below)
        where TCurve : struct, IFallingCurve
    {
        const double Ln2 = 0.693147180559945309;
        var slope = curve.SlopeAt(grid.Start + ((Int128)from * grid.Step));
        if (below <= 0 || value <= below || !(slope > 0))
        {
            return 1;
        }

        var height = (double)value * curve.Unit;
        var steps = ExactMath.Log2((double)value / (double)below) * Ln2 * height / slope / grid.Step;
        return steps < grid.Last - from ? (long)steps : grid.Last - from;
    }
}
