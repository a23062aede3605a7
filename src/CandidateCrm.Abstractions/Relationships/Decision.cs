using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What follows from an event or an alarm. It depends on nothing but the engine's arguments.</summary>
public sealed record Decision
{
    /// <summary>Gets whether the fold could go on.</summary>
    public required DecisionStatus Status { get; init; }

    /// <summary>Gets the next state; the old one where the timeline is needed.</summary>
    public required Relationship Next { get; init; }

    /// <summary>Gets the derived events in order; findings are among them.</summary>
    public ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    /// <summary>Gets what is wanted done outside, in order.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>Gets the states on the way that are worth keeping to replay from, in order.</summary>
    internal ImmutableArray<Relationship> Checkpoints { get; init; } = [];

    /// <summary>Gets a value indicating whether alarms were left over because one call walks at most 10,000; <see cref="Relationship.WakeAt"/> is still due then.</summary>
    public bool AlarmsLeft { get; init; }

    /// <summary>Gets the findings among the derived events.</summary>
    public IEnumerable<FindingNoted> Findings => Derived.Select(e => e.Entry).OfType<FindingNoted>();
}
