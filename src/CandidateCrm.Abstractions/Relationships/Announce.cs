using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>The host's handlers are to see a derived event.</summary>
public sealed record Announce : IIntent
{
    /// <summary>Gets the event.</summary>
    public required IDerivedEvent Event { get; init; }
}
