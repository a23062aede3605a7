using System.Globalization;
using CandidateCrm.Tenants;
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

    /// <summary>Says why a decision cannot be taken in; null where it can. Who hands it over without waiting for the answer reads it among the findings.</summary>
    internal static Refusal? FaultOf(SegmentsSlice? slice, SegmentMembershipDecided decided) => !IsTooMany(slice, decided) ? null : new Refusal
    {
        Code = FindingCodes.SegmentDecisionsTooMany,
        Sentence = string.Create(CultureInfo.InvariantCulture, $"At most {Most} decisions by hand about segments hold for one person, and {slice!.Choices.Length} do. Release one of them first."),
    };

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
