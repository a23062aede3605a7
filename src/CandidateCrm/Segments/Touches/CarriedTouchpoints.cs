using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Touches;

/// <summary>The touchpoints of a relationship as kept rules see them.</summary>
internal sealed class CarriedTouchpoints(SegmentTouches touches, TouchRules rules, bool isAny)
    : CarriedItems<Touchpoint>([.. touches.Open.Select(each => new Touchpoint(each.At, each.Told))])
{
    internal override bool IsAny => isAny;

    internal override (int Counting, int All) SettledFor(CountRule rule)
    {
        var place = rules.IndexOf(rule);
        var settled = touches.Settled.IsEmpty ? 0 : touches.Settled[place];
        var condition = rules.All[place];
        return condition.CountsMisses ? (0, settled) : (settled, condition.IsProportion ? touches.Past : settled);
    }
}
