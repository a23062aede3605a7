using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>What a commit would write for one candidate.</summary>
internal sealed record RecordPlan
{
    internal required Relationship Next { get; init; }

    internal required ImmutableArray<TimelineEvent> Events { get; init; }

    internal ImmutableArray<TimelineEvent> Derived { get; init; } = [];

    internal ImmutableArray<TimelineEvent> Retracted { get; init; } = [];

    internal ImmutableArray<Effect> Wanted { get; init; } = [];

    /// <summary>Gets the effects on record that the past does not want any more.</summary>
    internal ImmutableArray<EffectRecord> Unwanted { get; init; } = [];

    /// <summary>Gets the tasks that an import asked for once, and that the corrected past wants still: nobody has them.</summary>
    internal ImmutableArray<Effect> Left { get; init; } = [];

    /// <summary>Gets effects that a mode withheld at another instant: they are decided anew.</summary>
    internal ImmutableArray<EffectKey> Renewed { get; init; } = [];

    /// <summary>Gets what the record says about the correction itself.</summary>
    internal ImmutableArray<TimelineEvent> Notices { get; init; } = [];

    /// <summary>Gets all that follows: what the facts bring, and what the record says about their correction.</summary>
    internal ImmutableArray<TimelineEvent> Followed => Notices.IsEmpty ? Derived : [.. Derived, .. Notices];

    /// <summary>Gets a value indicating whether facts came late, so that a timeline was replayed.</summary>
    internal bool IsCorrection { get; init; }

    internal ImmutableArray<Relationship> Checkpoints { get; init; } = [];

    internal TimelinePlace? DropCheckpointsFrom { get; init; }

    /// <summary>Gets the effects that are handed over also where an import asks for them.</summary>
    internal HashSet<EffectKey> Owed { get; init; } = [];

    /// <summary>Gets a value indicating whether the commit would change nothing but bookkeeping.</summary>
    internal bool IsEmpty => Events.IsEmpty && Derived.IsEmpty && Retracted.IsEmpty && Wanted.IsEmpty && Unwanted.IsEmpty;

    /// <summary>Plans to write events that were folded on top of the state.</summary>
    internal static RecordPlan Of(List<TimelineEvent> fresh, Decision decision) =>
        new() { Next = decision.Next, Events = [.. fresh], Derived = decision.Derived, Wanted = decision.Effects, Checkpoints = decision.Checkpoints };

    /// <summary>Says whether an effect is kept for the record only because an import asks for it.</summary>
    internal bool IsImported(Effect wanted, Instant? importedAt) => wanted.IntendedAt <= importedAt && !Owed.Contains(wanted.Key);

    /// <summary>Adds acts that were folded on top of what is planned.</summary>
    internal RecordPlan GoingOn(List<TimelineEvent> acts, Decision decision) => this with
    {
        Next = decision.Next with { Redrive = Next.Redrive },
        Events = Events.AddRange(acts),
        Derived = Derived.AddRange(decision.Derived),
        Wanted = Wanted.AddRange(decision.Effects),
        Checkpoints = Checkpoints.AddRange(decision.Checkpoints),
    };

    /// <summary>Says whether writing it would leave everything as it is.</summary>
    internal bool ChangesNothing(Relationship state) =>
        IsEmpty && (Next.Equals(state) || string.Equals(RelationshipJson.Write(Next), RelationshipJson.Write(state), StringComparison.Ordinal));

    /// <summary>Makes the change that the store writes.</summary>
    internal RelationshipChange Change(long expectedRevision, RecordTerms terms)
    {
        var followed = Followed;
        return new RelationshipChange
        {
            Next = Next,
            ExpectedRevision = expectedRevision,
            Append = [.. Events, .. followed],
            Retract = [.. Retracted.Select(e => e.Id)],
            Effects = EffectChanges(terms),
            Index = IndexRows.Of(Next),
            AddRows = IndexRows.OfFindings(followed),
            RemoveRows = IndexRows.OfFindings(Retracted),
            Checkpoints = Checkpoints.Length > CrmCommit.MostCheckpoints ? Checkpoints[^CrmCommit.MostCheckpoints..] : Checkpoints,
            DropCheckpointsFrom = DropCheckpointsFrom,
        };
    }

    private ImmutableArray<EffectChange> EffectChanges(RecordTerms terms)
    {
        var effects = ImmutableArray.CreateBuilder<EffectChange>(Wanted.Length + Unwanted.Length + Renewed.Length + terms.Outcomes.Length);
        effects.AddRange(Unwanted.Select(e => EffectChange.Unwanted(e.Effect.Key)));
        effects.AddRange(Renewed.Select(EffectChange.Unwanted));
        foreach (var wanted in Wanted)
        {
            effects.Add(IsImported(wanted, terms.ImportedAt) || wanted.Withheld is not null ? EffectChange.ForTheRecord(wanted) : EffectChange.Wanted(wanted));
        }

        effects.AddRange(terms.Outcomes);
        return effects.MoveToImmutable();
    }
}
