using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A broken promise was fulfilled after all.</summary>
[WireName("charter.promise_fulfilled_late")]
public sealed record PromiseFulfilledLate : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets when it was due.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the time on the clock on the wall between due and fulfilled.</summary>
    public required Duration WallOverrun { get; init; }

    /// <summary>Gets the open time of the calendar between due and fulfilled.</summary>
    public required Duration WorkingOverrun { get; init; }

    /// <summary>Gets the open time of the calendar that it took, without pauses; null where it was written down before that was counted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Duration? WorkingTime { get; init; }
}
