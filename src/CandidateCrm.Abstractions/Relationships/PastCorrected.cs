using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>
/// The past turned out otherwise than it was on record: a fact came late or was taken back, rules changed what they look back on, or a feature
/// that had failed was driven again. It says what differs. It belongs to the record, not to the past: no replay makes it, and no rule reads it.
/// </summary>
[WireName("timeline.past_corrected")]
public sealed record PastCorrected : IDerivedEvent
{
    /// <summary>Gets the number of the notice, one more than the revision that it corrects.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Gets how many derived events are no longer true.</summary>
    public required int Retracted { get; init; }

    /// <summary>Gets how many derived events were added.</summary>
    public required int Added { get; init; }

    /// <summary>Gets the effects that are no longer wanted and were never handed over.</summary>
    public ImmutableArray<EffectKey> Cancelled { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets the effects that are no longer wanted but were handed over; each is a finding <c>effect.unfounded</c> too.</summary>
    public ImmutableArray<EffectKey> Unfounded { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Says the same.</summary>
    public bool Equals(PastCorrected? other) =>
        other is not null && Ordinal == other.Ordinal && Retracted == other.Retracted && Added == other.Added
        && Cancelled.AsSpan().SequenceEqual(other.Cancelled.AsSpan()) && Unfounded.AsSpan().SequenceEqual(other.Unfounded.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ordinal, Retracted, Added, Cancelled.Length, Unfounded.Length);

    /// <summary>Returns the counts.</summary>
    public override string ToString() => $"PastCorrected {Ordinal} ({Retracted} retracted, {Added} added, {Cancelled.Length} cancelled, {Unfounded.Length} unfounded)";
}
