using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>What people decided by hand: the latest decision about each segment.</summary>
internal static class SegmentChoices
{
    /// <summary>The largest number of decisions that hold for one person.</summary>
    internal const int Most = 100;

    /// <summary>Says whether a decision would be one more than may hold.</summary>
    internal static bool IsTooMany(SegmentsSlice? slice, SegmentMembershipDecided decided) =>
        decided.Decision != SegmentDecision.Released && slice is { Choices.Length: >= Most } && slice.ChoiceOf(decided.Segment) is null;

    internal static SegmentsSlice With(SegmentsSlice slice, SegmentMembershipDecided decided, TimelineEvent told)
    {
        var others = slice.Choices.RemoveAll(each => each.Segment == decided.Segment);
        if (decided.Decision == SegmentDecision.Released)
        {
            return slice with { Choices = others };
        }

        var choice = new SegmentChoice
        {
            Segment = decided.Segment,
            IsIn = decided.Decision == SegmentDecision.PutIn,
            At = told.OccurredAt,
            By = told.Actor,
            Reason = decided.Reason,
        };
        return slice with { Choices = [.. others.Append(choice).OrderBy(each => each.Segment.Value, StringComparer.Ordinal)] };
    }
}
