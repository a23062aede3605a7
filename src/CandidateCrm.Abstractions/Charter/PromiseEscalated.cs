using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise is not kept, and those are told who can do something about it.</summary>
[WireName("charter.promise_escalated")]
public sealed record PromiseEscalated : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the level. Those that were passed over at the same time are not told of.</summary>
    public required LevelKey Level { get; init; }

    /// <summary>Gets the place of the role in the level, from 1 on.</summary>
    public required int Step { get; init; }

    /// <summary>Gets whom to tell; unassigned for nobody in particular.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StaffRole To { get; init; }

    /// <summary>Gets when it is or was due.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets when they are to be told: in their own working hours, where the level says so.</summary>
    public required Instant NoticeAt { get; init; }
}
