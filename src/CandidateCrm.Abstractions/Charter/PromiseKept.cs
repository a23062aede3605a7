using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise was kept at or before its due time.</summary>
[WireName("charter.promise_kept")]
public sealed record PromiseKept : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Gets the open time of the calendar that it took, without pauses; null for a prohibition, which held until its end.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Duration? WorkingTime { get; init; }
}
