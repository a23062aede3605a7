using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>Something that a step wanted done outside, and what became of it so far.</summary>
public sealed record TracedEffect
{
    /// <summary>Gets the effect as the present past wants it; <see cref="Effect.Withheld"/> says why it is kept for the record only.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Gets it as it is on record: its state, attempts and last error. Null where no worker has written it yet.</summary>
    public EffectRecord? OnRecord { get; init; }

    /// <summary>Gets what was told about its key: that it was handed over or skipped, and that somebody closed the task.</summary>
    public ImmutableArray<TimelineEvent> Followed { get; init; } = [];

    /// <summary>Returns the key and where it stands.</summary>
    public override string ToString() => $"{Effect.Key} {OnRecord?.State.ToString() ?? "not on record"}";
}
