using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The time of a promise stands still: it has no due time, and nothing warns or breaks.</summary>
[WireName("charter.promise_paused")]
public sealed record PromisePaused : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets why.</summary>
    public required PauseReason Reason { get; init; }

    /// <summary>Gets the working time that is left.</summary>
    public required Duration Remaining { get; init; }

    /// <summary>Gets the number of the change of its clock, from 1 on.</summary>
    public required int Number { get; init; }
}
