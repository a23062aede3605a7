using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>What a relationship keeps of one score. It answers for instants at or after <see cref="SeenUntil"/>; earlier ones are answered from the timeline. Ids are not kept: who adds to a state adds each touchpoint once.</summary>
public sealed record ScoreState
{
    /// <summary>Gets the score that it belongs to.</summary>
    public required ScoreKey Model { get; init; }

    /// <summary>Gets the version of the model; another version re-scores from the timeline.</summary>
    public required int ModelVersion { get; init; }

    /// <summary>Gets the signals, in the order of the model.</summary>
    public required ImmutableArray<SignalState> Signals { get; init; }

    /// <summary>Gets the newest touchpoint that it ever saw, retracted ones included; null for none.</summary>
    public Instant? SeenUntil { get; init; }

    /// <summary>Gets the band; null where the model has none.</summary>
    public BandKey? Band { get; init; }

    /// <summary>Gets since when the band holds; null where it never changed.</summary>
    public Instant? BandSince { get; init; }
}
