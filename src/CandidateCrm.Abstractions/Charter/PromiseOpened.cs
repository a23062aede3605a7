using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise was opened: this is when the candidate may expect it.</summary>
[WireName("charter.promise_opened")]
public sealed record PromiseOpened : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the version of the expectation.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when it is due; null for a prohibition, which has no clock.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? DueAt { get; init; }
}
