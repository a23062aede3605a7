namespace CandidateCrm.Segments;

/// <summary>A rule, or a saved segment, that is asked of one candidate at one instant.</summary>
internal sealed class AskedSegment(SegmentsInForce inForce, SegmentPredicate<CandidateView>? predicate, CandidateView view)
{
    private readonly MembershipPass _pass = new(inForce.Segments, view, inForce.Zone);

    internal bool Holds() => predicate!.At(view.At, inForce.Zone, MembershipPass.OfView).Holds(view);

    internal bool IsMember(SegmentKey segment) => _pass.IsMember(segment);

    internal SegmentExplanation Explain() => predicate!.Explain(view, view.At, inForce.Zone, MembershipPass.OfView);

    /// <summary>Explains a saved segment. Where people decided, they are named, and no condition is.</summary>
    internal SegmentExplanation Explain(SegmentKey segment)
    {
        var choice = view.Relationship.Segments?.ChoiceOf(segment);
        return choice is null && predicate is not null
            ? Explain()
            : new SegmentExplanation { IsIn = IsMember(segment), At = view.At, Zone = inForce.Zone.Id, Deciding = [], ByHand = choice };
    }
}
