using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>What lies over the phase and holds it: the phase beneath stays what it is. Who put it there is on the timeline.</summary>
public sealed record LifecycleOverlays
{
    /// <summary>Gets no overlay at all.</summary>
    public static LifecycleOverlays None { get; } = new();

    /// <summary>Gets the date until which the person is set aside; null for none.</summary>
    public Snooze? Snooze { get; init; }

    /// <summary>Gets since when and why the person is not to be approached; null where they may be.</summary>
    public ContactBar? ContactBar { get; init; }

    /// <summary>Gets the candidate under whom the person goes on; unassigned where that is this one.</summary>
    public CandidateId MergedInto { get; init; }

    /// <summary>Gets since when the person goes on under another candidate; null where they do not.</summary>
    public Instant? MergedAt { get; init; }

    /// <summary>Gets when what was known of the person was erased; null where it was not.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>Gets a value indicating whether nothing moves this relationship any more: it was merged into another, or erased.</summary>
    public bool IsClosed => MergedAt is not null || ErasedAt is not null;
}
