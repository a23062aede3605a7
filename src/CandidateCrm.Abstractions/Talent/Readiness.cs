using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>Whether somebody could be hired now if an opening came, and everything that stands against it.</summary>
public sealed record Readiness
{
    /// <summary>Gets what stands against it, in the order of <see cref="ReadinessCodes.All"/>; empty where they are ready.</summary>
    public required ImmutableArray<ReadinessObstacle> Obstacles { get; init; }

    /// <summary>Gets a value indicating whether nothing stands against it.</summary>
    public bool IsReady => Obstacles.IsEmpty;

    /// <summary>Gets how far the furthest of their applications came.</summary>
    public StageCategory Reached { get; init; }

    /// <summary>Gets when they were last heard of: wrote, or applied; null for never.</summary>
    public Instant? HeardAt { get; init; }

    /// <summary>Gets the next instant at which this changes by time alone; null for never.</summary>
    public Instant? NextChangeAt { get; init; }

    /// <summary>Says whether this stands against it.</summary>
    public bool Has(string code) => Obstacles.Any(obstacle => obstacle.Code == code);
}
