using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What was taken back. Facts that come after their own retraction are recognised by it and count as never told.</summary>
public sealed record RetractionSlice
{
    /// <summary>Gets the ids of retracted facts that were not there yet, in the order of their retraction.</summary>
    public ImmutableArray<EventId> Events { get; init; } = [];

    /// <summary>Gets the retracted batches; whatever else comes with one of them is retracted too.</summary>
    public ImmutableArray<BatchId> Batches { get; init; } = [];
}
