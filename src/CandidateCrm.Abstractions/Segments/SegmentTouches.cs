using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>What kept segments still need of the touchpoints: those whose counting can change by time, and of the others how many count. It stays small however long the timeline is.</summary>
public sealed record SegmentTouches
{
    /// <summary>Gets the touchpoints of which it is not settled whether they count, in the order of the line.</summary>
    public ImmutableArray<SegmentTouch> Open { get; init; } = [];

    /// <summary>Gets, for each condition of the rules in their order, how many of the touchpoints that are not here count for good; at most as many as can matter. For <c>all</c> it is how many do not.</summary>
    public ImmutableArray<int> Settled { get; init; } = [];

    /// <summary>Gets how many touchpoints are not here; 0 where no rule asks for a proportion.</summary>
    public int Past { get; init; }
}
