using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>A candidate and the segments of the tenant: where they are in, where they were, and what people decided by hand.</summary>
public sealed record SegmentsSlice
{
    /// <summary>Gets the kept segments where the candidate is, was, or will be by time alone, in ordinal order of their keys.</summary>
    public ImmutableArray<SegmentStanding> Standings { get; init; } = [];

    /// <summary>Gets what people decided, in ordinal order of the segments, whether these are kept or not.</summary>
    public ImmutableArray<SegmentChoice> Choices { get; init; } = [];

    /// <summary>Gets what the rules of kept segments still need of the touchpoints; null where they ask for none, or need none.</summary>
    public SegmentTouches? Touches { get; init; }

    /// <summary>Returns how the candidate stands to a kept segment; null where they never were in.</summary>
    public SegmentStanding? Find(SegmentKey segment)
    {
        foreach (var standing in Standings)
        {
            if (standing.Segment == segment)
            {
                return standing;
            }
        }

        return null;
    }

    /// <summary>Returns what people decided about a segment; null where the rule decides.</summary>
    public SegmentChoice? ChoiceOf(SegmentKey segment)
    {
        foreach (var choice in Choices)
        {
            if (choice.Segment == segment)
            {
                return choice;
            }
        }

        return null;
    }
}
