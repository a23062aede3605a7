using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>What happened to one candidate in a span, step by step, as a replay of the present past gives it. It holds ids and codes and nothing personal.</summary>
public sealed record CandidateTrace
{
    /// <summary>Gets whose it is.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the version of the engine under which everything was folded.</summary>
    public required int EngineVersion { get; init; }

    /// <summary>Gets the first instant that was asked for; null for the beginning.</summary>
    public Instant? From { get; init; }

    /// <summary>Gets the last instant, and with it how far time had passed.</summary>
    public required Instant To { get; init; }

    /// <summary>Gets the steps in the order of the line.</summary>
    public required ImmutableArray<TraceStep> Steps { get; init; }

    /// <summary>Gets the notices of the span that say how the past was corrected, and their findings. They belong to the record; no replay makes them.</summary>
    public ImmutableArray<TimelineEvent> Notices { get; init; } = [];

    /// <summary>
    /// Gets the effects on record that no replay brings forth, in ordinal order of their keys, whatever the span: unfounded and cancelled ones, and those of notices.
    /// </summary>
    public ImmutableArray<EffectRecord> OnRecordOnly { get; init; } = [];

    /// <summary>Returns whose it is and how many steps.</summary>
    public override string ToString() => FormattableString.Invariant($"CandidateTrace {Relationship} ({(Steps.IsDefault ? 0 : Steps.Length)} steps)");
}
