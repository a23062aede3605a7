using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Applications;

namespace CandidateCrm.Timeline;

/// <summary>
/// Facts that were told in error: from now on everything is as if they had never come, at every instant. They stay on the timeline. It may
/// come before the facts that it names; acts, derived events and other retractions cannot be taken back.
/// </summary>
[WireName("timeline.facts_retracted")]
public sealed record FactsRetracted : IFact
{
    /// <summary>The largest number of facts that one retraction names.</summary>
    public const int MostEvents = 500;

    /// <summary>Gets the ids of the facts, in ordinal order, each once: at most 500. Empty where a batch is named.</summary>
    public ImmutableArray<EventId> Events
    {
        get;
        init
        {
            ImmutableArray<EventId> sorted = value.IsDefaultOrEmpty ? [] : [.. value.Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];
            field = sorted.Length <= MostEvents
                ? sorted
                : throw new ArgumentException($"A retraction names at most {MostEvents} facts; more are a batch.", nameof(value));
        }
    } = [];

    /// <summary>Gets the batch whose facts about this candidate are all retracted; unassigned where ids are named.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BatchId Batch { get; init; }

    /// <summary>Gets why.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>Says the same facts for the same reason.</summary>
    public bool Equals(FactsRetracted? other) =>
        other is not null && Batch == other.Batch && Reason == other.Reason && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Batch, Reason, Events.Length);

    /// <summary>Returns how many facts, or the batch.</summary>
    public override string ToString() => Batch.IsAssigned ? $"FactsRetracted of batch {Batch}" : $"FactsRetracted ({Events.Length})";
}
