using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>A page of a feed.</summary>
public sealed record FeedPage
{
    /// <summary>Gets the events in the order of their commits.</summary>
    public required ImmutableArray<TimelineEvent> Events { get; init; }

    /// <summary>Gets the cursor with which to go on: the one asked with, where the page is empty; null at the very beginning of an empty feed.</summary>
    public required string? Next { get; init; }
}
