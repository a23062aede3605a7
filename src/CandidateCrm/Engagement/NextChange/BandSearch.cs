namespace CandidateCrm.Engagement;

/// <summary>When a score that is left alone meets a threshold.</summary>
internal static class BandSearch
{
    /// <summary>Returns the whole second at which the rounded score leaves the band, or enters the next; null for never.</summary>
    internal static Int128? OnSeconds(ScoreDraft draft, Int128 after)
    {
        var plan = draft.Plan;
        var crossing = Crossing.OfBand(plan, draft.Band);
        var (below, above) = (crossing.RoundedBelow, crossing.RoundedAbove);
        var start = (Int128)ElapsedTime.FloorSeconds(after) * ElapsedTime.NanosPerSecond;
        var grid = Grid.Until(start, ElapsedTime.NanosPerSecond, draft.FadedAt()) with { Earliest = after };
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

        // A place up to which nothing was found is an alarm that rings too early, never too late.
        return grid.At(new TwoSidedSearch(draft, plan.Rounded, grid, below, above).First());
    }

    /// <summary>
    /// Returns the instant, to a microsecond, at which the unrounded score meets a threshold; the one asked for where the score lies beyond it already. The score is the rounded
    /// one: where that never passes the threshold there is no such instant, and where rounding alone carries it over, it is the one at which it does.
    /// </summary>
    internal static Int128? Exactly(ScoreDraft draft, Int128 after, Crossing crossing)
    {
        var (scale, rounded) = (draft.Plan.Unrounded, draft.Plan.Rounded);
        if (Leaves(draft.TotalAt(rounded, after), crossing.RoundedBelow, crossing.RoundedAbove))
        {
            return after;
        }

        var grid = Grid.Until(after, ElapsedTime.NanosPerMicrosecond, draft.FadedAt());
        if (draft.NeverRises)
        {
            return Met(new ScoreCurve(draft, scale), new ScoreCurve(draft, rounded), grid, crossing);
        }

        var (below, above) = (crossing.Below.LessBlurs(1), crossing.Above.LessBlurs(1));
        var search = new TwoSidedSearch(draft, rounded, grid, crossing.RoundedBelow, crossing.RoundedAbove);
        var follows = search.First();
        if (search.GaveUp)
        {
            return Foreseen(draft, scale, grid, (below, above));
        }

        if (follows == 0 || Leaves(draft.TotalAt(scale, after), below, above))
        {
            return grid.At(follows);
        }

        var meets = Foreseen(draft, scale, grid, (below, above));
        return meets is { } at && Leaves(draft.TotalAt(scale, at + ElapsedTime.NanosPerSecond), crossing.Below.LessBlurs(2), crossing.Above.LessBlurs(-1)) ? at : grid.At(follows);
    }

    /// <summary>Returns when the size of one signal's value falls below a threshold.</summary>
    internal static Int128? OfSignal(ScoreDraft draft, int signal, Int128 after, Crossing crossing)
    {
        var rounded = new SignalCurve(draft, signal, isRounded: true);
        return rounded.At(after) < crossing.RoundedBelow
            ? after
            : Met(new SignalCurve(draft, signal, isRounded: false), rounded, Grid.Until(after, ElapsedTime.NanosPerMicrosecond, draft.FadedAt(signal)), crossing);
    }

    /// <summary>
    /// Returns the last place at which a falling curve meets a threshold. What lies below at once, or nears the threshold so slowly that after a second it is still hidden in the blur
    /// of the sums, says nothing; there the rounded curve decides.
    /// </summary>
    private static Int128? Met<TCurve>(TCurve curve, TCurve rounded, Grid grid, Crossing crossing)
        where TCurve : struct, IFallingCurve
    {
        var below = crossing.Below.LessBlurs(1);
        var follows = FallingSearch.FirstBelow(rounded, grid, crossing.RoundedBelow);
        if (follows == 0 || curve.At(grid.Start) < below)
        {
            return grid.At(follows);
        }

        var meets = grid.Before(FallingSearch.FirstBelow(curve, grid, below));
        return meets is { } at && curve.At(at + ElapsedTime.NanosPerSecond) < crossing.Below.LessBlurs(2) ? at : grid.At(follows);
    }

    private static bool Leaves(Int128 total, Int128 below, Int128 above) => total < below || total >= above;

    /// <summary>Returns the last instant at which the unrounded score still meets a threshold that it falls below, or the first at which it reaches one; null where it does neither.</summary>
    private static Int128? Foreseen(ScoreDraft draft, ScoreScale scale, Grid grid, (Int128 Below, Int128 Above) thresholds)
    {
        var search = new TwoSidedSearch(draft, scale, grid, thresholds.Below, thresholds.Above);
        var first = search.First();
        return first == 0 || search.GaveUp ? null : draft.TotalAt(scale, grid.At(first)!.Value) < thresholds.Below ? grid.Before(first) : grid.At(first);
    }
}
