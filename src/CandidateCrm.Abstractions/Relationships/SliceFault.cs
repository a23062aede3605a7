using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A feature failed on an event: its slice stays at its last good state and it reacts to nothing more until it is re-driven.</summary>
public sealed record SliceFault
{
    /// <summary>Gets the feature.</summary>
    public required string Feature { get; init; }

    /// <summary>Gets the code, one of <see cref="FaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the definition that it worked on, as kind and key with a slash between them; null where it was none in particular.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the instant of the pass in which it failed.</summary>
    public required Instant At { get; init; }
}
