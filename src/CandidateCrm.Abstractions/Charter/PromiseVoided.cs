using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>A promise ended because what it was about ended. Before its due time that is no verdict; a broken one stays broken.</summary>
[WireName("charter.promise_voided")]
public sealed record PromiseVoided : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets a value indicating whether it was broken before.</summary>
    public required bool WasBroken { get; init; }
}
