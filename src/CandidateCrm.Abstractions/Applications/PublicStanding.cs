using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What a candidate sees of one application, and what waits to be shown.</summary>
public sealed record PublicStanding
{
    /// <summary>Gets the step that is shown.</summary>
    public required PublicStepKey Step { get; init; }

    /// <summary>Gets since when it is shown.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets how many steps were shown so far, this one included; numbers the events.</summary>
    public required int Changes { get; init; }

    /// <summary>Gets the step that is not shown yet; null where none waits.</summary>
    public PublicWaiting? Waiting { get; init; }
}
