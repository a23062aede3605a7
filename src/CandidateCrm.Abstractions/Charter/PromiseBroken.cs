using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise reached its due time without being kept. Written once; a later fulfilment does not undo it.</summary>
[WireName("charter.promise_broken")]
public sealed record PromiseBroken : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets when it was due, which is when it broke.</summary>
    public required Instant DueAt { get; init; }
}
