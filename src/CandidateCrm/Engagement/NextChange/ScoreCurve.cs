namespace CandidateCrm.Engagement;

/// <summary>A whole score without negative signals.</summary>
internal readonly struct ScoreCurve(ScoreDraft draft, ScoreScale scale) : IFallingCurve
{
    public double Unit => scale.IsRounded ? 1e-9 : FixedPoint.Unit;

    public Int128 At(Int128 nanos) => draft.TotalAt(scale, nanos);

    public double Slope() => draft.Slope();
}
