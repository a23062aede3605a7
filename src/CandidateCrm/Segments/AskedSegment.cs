namespace CandidateCrm.Segments;

/// <summary>A rule, or a saved segment, that is asked of one candidate at one instant.</summary>
internal sealed class AskedSegment(SegmentsInForce inForce, SegmentPredicate<CandidateView>? predicate, CandidateView view)
{
    private readonly MembershipPass _pass = new(inForce.Segments, view, inForce.Zone);

    internal bool Holds() => !_pass.IsClosed && predicate!.At(view.At, inForce.Zone, MembershipPass.OfView).Holds(view);

    internal bool IsMember(SegmentKey segment) => _pass.IsMember(segment);

    internal SegmentExplanation Explain() => _pass.IsClosed ? Without(isIn: false) : predicate!.Explain(view, view.At, inForce.Zone, MembershipPass.OfView);

    /// <summary>Explains a saved segment. Where people decided, they are named, and no condition is.</summary>
    internal SegmentExplanation Explain(SegmentKey segment)
    {
        var choice = _pass.IsClosed ? null : view.Relationship.Segments?.ChoiceOf(segment);
        return choice is null && predicate is not null
            ? Explain()
            : Without(IsMember(segment)) with { ByHand = choice };
    }

    // No condition decides of who is in by hand, or was merged away or erased.
    private SegmentExplanation Without(bool isIn) => new() { IsIn = isIn, At = view.At, Zone = inForce.Zone.Id, Deciding = [] };
}
