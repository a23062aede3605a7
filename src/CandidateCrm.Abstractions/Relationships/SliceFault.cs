using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A feature failed on an event: its slice stays at its last good state and it reacts to nothing more until it is re-driven.</summary>
public sealed record SliceFault
{
    /// <summary>Gets the feature.</summary>
    public required string Feature { get; init; }

    /// <summary>Gets the code: <c>reaction.threw:</c> with the kind of error, <c>derived.limit</c>, or <c>alarm.stuck</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the instant of the pass in which it failed.</summary>
    public required Instant At { get; init; }
}
