namespace CandidateCrm.Engagement;

/// <summary>The size of one signal's value, unrounded.</summary>
internal readonly struct SignalCurve(ScoreDraft draft, int signal) : IFallingCurve
{
    public double Unit => FixedPoint.Unit;

    public Int128 At(Int128 nanos) => Int128.Abs(draft.Plan.Signals[signal].Unrounded(draft.RawAt(signal, nanos)));

    public double Slope() => Math.Abs(draft.Slope(signal));
}
