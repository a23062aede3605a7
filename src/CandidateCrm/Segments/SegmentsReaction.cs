using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Keeps who is in which kept segment: decisions by hand as they are told, everything else once per pass, when all other features have reacted.</summary>
internal sealed class SegmentsReaction : Reaction
{
    internal override string Feature => "segments";

    internal override bool ClosesPasses => true;

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        switch (entry)
        {
            case CandidateErased when pass.Draft.Segments is { } told:
                // Where they are in no more is said at the end of the pass.
                pass.Draft.Segments = told.Standings.IsEmpty ? null : told with { Choices = [], Touches = null };
                break;
            case TouchpointRecorded or SegmentMembershipDecided when pass.Draft.Candidate is { Holds.ErasedAt: not null }:
                break;
            case TouchpointRecorded told:
                Keep(pass.Draft, pass.Rules.Segments.Touches.With(pass.Draft.Segments?.Touches, told, pass.At));
                break;
            case SegmentMembershipDecided decided:
                Decide(pass, decided);
                break;
            default:
                break;
        }
    }

    private static void Decide(FoldPass pass, SegmentMembershipDecided decided)
    {
        if (pass.Rules.Segments.Find(decided.Segment) is null)
        {
            pass.Note(FindingCodes.SegmentUnknown, decided.Segment.Value);
        }

        if (SegmentChoices.IsTooMany(pass.Draft.Segments, decided))
        {
            pass.Note(FindingCodes.SegmentDecisionsTooMany, decided.Segment.Value);
            return;
        }

        pass.Draft.Segments = SegmentChoices.With(pass.Draft.Segments ?? new SegmentsSlice(), decided, pass.Cause!);
    }

    internal override void Close(FoldPass pass)
    {
        // Of whom nothing is known, because all of it was taken back, is in no segment.
        if ((!pass.Rules.Segments.Kept.IsEmpty && SlicesBefore.Of(pass.Draft).IsAnything) || pass.Draft.Segments is { Standings.IsEmpty: false })
        {
            new MembershipStep(pass).Run();
        }
    }

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        Instant? next = null;
        foreach (var standing in draft.Segments?.Standings ?? [])
        {
            next = standing.FlipsAt is { } at && !(next <= at) ? at : next;
        }

        return next;
    }

    internal override bool IsListenedTo(CompiledRules rules) => !rules.Segments.Kept.IsEmpty;

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => IsFelt(before, after) || AsksForThePast(before, after);

    internal override bool IsFelt(RulesInForce before, RulesInForce after) => !KeptSegments.AreSame(before.Rules, after.Rules);

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) =>
        !after.IsOff(Feature) && !after.Rules.Segments.Touches.IsEmpty && (before.IsOff(Feature) || !after.Rules.Segments.Touches.GoOnFrom(before.Rules.Segments.Touches));

    internal override void Cross(FoldPass pass, RulesInForce before)
    {
        var touches = pass.Rules.Segments.Touches;
        Keep(pass.Draft, AsksForThePast(before, pass.InForce) ? pass.Past?.Segments?.Touches : touches.TakeOver(pass.Draft.Segments?.Touches, before.Rules.Segments.Touches));
    }

    private static void Keep(Draft draft, SegmentTouches? touches)
    {
        if (!ReferenceEquals(draft.Segments?.Touches, touches))
        {
            draft.Segments = (draft.Segments ?? new SegmentsSlice()) with { Touches = touches };
        }
    }

    internal override object? Save(Draft draft) => draft.Segments;

    internal override void Restore(Draft draft, object? slice) => draft.Segments = (SegmentsSlice?)slice;
}
