namespace CandidateCrm.Engagement;

/// <summary>The size of one signal's value, unrounded or as answers have it.</summary>
internal readonly struct SignalCurve(ScoreDraft draft, int signal, bool isRounded) : IFallingCurve
{
    public double Unit => isRounded ? 1e-9 : FixedPoint.Unit;

    public Int128 At(Int128 nanos)
    {
        var raw = draft.RawAt(signal, nanos);
        var plan = draft.Plan.Signals[signal];
        return Int128.Abs(isRounded ? plan.Nanos(raw) : plan.Unrounded(raw));
    }

    public double Slope() => Math.Abs(draft.Slope(signal));
}
