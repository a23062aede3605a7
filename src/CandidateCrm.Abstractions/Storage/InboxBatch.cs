using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Waiting facts of one candidate, claimed together.</summary>
public sealed record InboxBatch
{
    /// <summary>Gets the lease.</summary>
    public required InboxLease Lease { get; init; }

    /// <summary>Gets the facts, oldest arrival first.</summary>
    public required ImmutableArray<TimelineEvent> Facts { get; init; }

    /// <summary>Gets how often recording the first of them failed.</summary>
    public int Attempts { get; init; }
}
