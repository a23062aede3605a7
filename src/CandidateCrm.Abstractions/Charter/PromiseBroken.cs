using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise reached its due time without being kept, or what it forbids happened. Written once; neither a later fulfilment nor a later pause undoes it.</summary>
[WireName("charter.promise_broken")]
public sealed record PromiseBroken : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets when it was due, which is when it broke; of a prohibition, when the breach happened.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets a value indicating whether a prohibition was breached: nothing can be fulfilled any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByBreach { get; init; }
}
