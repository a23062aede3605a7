using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A date that the candidate was told is not true any more: they are owed the new one. <see cref="DueTold"/> answers it.</summary>
[WireName("charter.promise_due_moved")]
public sealed record PromiseDueMoved : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets what was told.</summary>
    public required Instant ToldDueAt { get; init; }

    /// <summary>Gets when it is due now.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets the number of the change of its clock.</summary>
    public required int Number { get; init; }
}
