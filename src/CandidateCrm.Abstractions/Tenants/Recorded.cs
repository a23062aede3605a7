using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>The answer to a recorded fact.</summary>
public sealed record Recorded
{
    /// <summary>Gets what became of the fact.</summary>
    public required RecordStatus Status { get; init; }

    /// <summary>Gets why it was refused, with one of <see cref="FindingCodes"/>; null otherwise.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Gets the relationship after it; null where it was refused.</summary>
    public Relationship? Relationship { get; init; }

    /// <summary>Gets what followed, findings among the rest; after a late fact only what is new, and what the record says about the correction.</summary>
    public ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    /// <summary>Gets what is no longer true; only after a late fact.</summary>
    public ImmutableArray<TimelineEvent> Retracted { get; init; } = [];

    /// <summary>Gets the effects that are newly wanted.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>Gets the promises that are open, or broken and not fulfilled, after it.</summary>
    public ImmutableArray<Promise> Promises => Relationship?.Charter?.Promises ?? [];

    /// <summary>Gets the findings that followed, those about what was handed over in vain (<c>effect.unfounded</c>) included.</summary>
    public IEnumerable<FindingNoted> Findings => Derived.Select(e => e.Entry).OfType<FindingNoted>();
}
