using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>Where the relationship stands, and how long it stood in each phase.</summary>
public sealed record LifecycleSlice
{
    /// <summary>Gets the phase.</summary>
    public required Phase Phase { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets how often the phase changed; numbers the announcements of changes.</summary>
    public int Changes { get; init; }

    /// <summary>Gets a value indicating whether the candidate ever spoke to us; a click or a visit is no word.</summary>
    public bool HasSpoken { get; init; }

    /// <summary>Gets the stays that have ended, summed by phase, in the order of the first visit.</summary>
    public ImmutableArray<PhaseStay> Past { get; init; } = [];
}
