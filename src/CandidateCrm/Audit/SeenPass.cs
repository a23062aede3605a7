using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>One pass of a fold as it was seen.</summary>
internal sealed record SeenPass
{
    internal required TimelinePlace Place { get; init; }

    internal required RulesInForce InForce { get; init; }

    /// <summary>Gets the fact or act; null for an alarm and for a change of rules.</summary>
    internal TimelineEvent? Cause { get; init; }

    internal bool IsTaken { get; init; }

    /// <summary>Gets what the applications made of the event.</summary>
    internal PassNotes Notes { get; init; } = new();

    internal ImmutableArray<string> Reacted { get; init; } = [];

    internal ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    internal ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>Gets the features that failed in this pass.</summary>
    internal ImmutableArray<SliceFault> Faults { get; init; } = [];

    /// <summary>Gets the state after it; null where the rules changed and nothing of the relationship did.</summary>
    internal Relationship? After { get; init; }

    internal Instant At => Place.At;
}
