using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What a commit would write for one candidate.</summary>
internal sealed record RecordPlan
{
    internal required Relationship Next { get; init; }

    internal required ImmutableArray<TimelineEvent> Events { get; init; }

    internal ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    internal ImmutableArray<TimelineEvent> Retracted { get; init; } = [];

    internal ImmutableArray<Effect> Wanted { get; init; } = [];

    internal ImmutableArray<EffectKey> Unwanted { get; init; } = [];

    /// <summary>Gets the effects that are handed over also where an import asks for them.</summary>
    internal HashSet<EffectKey> Owed { get; init; } = [];

    /// <summary>Plans to write events that were folded on top of the state.</summary>
    internal static RecordPlan Of(List<TimelineEvent> fresh, Decision decision) =>
        new() { Next = decision.Next, Events = [.. fresh], Derived = decision.Derived, Wanted = decision.Effects };

    /// <summary>Says whether writing it would leave everything as it is.</summary>
    internal bool ChangesNothing(Relationship state) =>
        Events.IsEmpty && Derived.IsEmpty && Retracted.IsEmpty && Wanted.IsEmpty && Unwanted.IsEmpty
        && Next.Cursor == state.Cursor && Next.Told == state.Told && Next.RulesPosition == state.RulesPosition && Next.Redrive == state.Redrive
        && Next.NextChangeAt == state.NextChangeAt && Next.WakeAt == state.WakeAt && Next.Faults.SequenceEqual(state.Faults)
        && (Next.Equals(state) || string.Equals(RelationshipJson.Write(Next), RelationshipJson.Write(state), StringComparison.Ordinal));

    /// <summary>Makes the change that the store writes.</summary>
    internal RelationshipChange Change(long expectedRevision, RecordTerms terms)
    {
        var effects = ImmutableArray.CreateBuilder<EffectChange>(Wanted.Length + Unwanted.Length + terms.Outcomes.Length);
        foreach (var wanted in Wanted)
        {
            var isForTheRecord = wanted.IntendedAt <= terms.ImportedAt && !Owed.Contains(wanted.Key);
            effects.Add(isForTheRecord ? EffectChange.ForTheRecord(wanted) : EffectChange.Wanted(wanted));
        }

        effects.AddRange(Unwanted.Select(EffectChange.Unwanted));
        effects.AddRange(terms.Outcomes);
        return new RelationshipChange
        {
            Next = Next,
            ExpectedRevision = expectedRevision,
            Append = [.. Events, .. Derived],
            Retract = [.. Retracted.Select(e => e.Id)],
            Effects = effects.MoveToImmutable(),
            Index = IndexRows.Of(Next),
            AddRows = IndexRows.OfFindings(Derived),
            RemoveRows = IndexRows.OfFindings(Retracted),
        };
    }
}
