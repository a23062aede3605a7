using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A running promise went over to other rules.</summary>
[WireName("charter.promise_rebased")]
public sealed record PromiseRebased : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the version of the expectation before.</summary>
    public required int OldVersion { get; init; }

    /// <summary>Gets the version now.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when it was due before; of a paused one, when it would have been.</summary>
    public required Instant OldDueAt { get; init; }

    /// <summary>Gets when it is due now; of a paused one, when it would be.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the number of the change of its clock.</summary>
    public required int Number { get; init; }
}
