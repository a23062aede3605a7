using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The time of a promise runs on.</summary>
[WireName("charter.promise_resumed")]
public sealed record PromiseResumed : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets when it is due now. A pause without working time in it moved nothing.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the working time in the pause.</summary>
    public required Duration Paused { get; init; }

    /// <summary>Gets a value indicating whether the pause ended by itself, because it lasted as long as it may.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByTime { get; init; }

    /// <summary>Gets the number of the change of its clock.</summary>
    public required int Number { get; init; }
}
