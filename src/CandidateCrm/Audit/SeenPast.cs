using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>The whole past of one relationship, replayed under observation, beside the effects on record.</summary>
internal sealed record SeenPast
{
    private static readonly RulesCompiler Compiler = new();

    internal required RelationshipKey Key { get; init; }

    internal required ActivationLog Log { get; init; }

    /// <summary>Gets up to when time passed.</summary>
    internal required Instant Until { get; init; }

    /// <summary>Gets the passes in the order of the line.</summary>
    internal required IReadOnlyList<SeenPass> Passes { get; init; }

    /// <summary>Gets what the replay came to.</summary>
    internal required Decision Decision { get; init; }

    /// <summary>Gets the effects on record, in ordinal order of their keys.</summary>
    internal required IReadOnlyList<EffectRecord> Effects { get; init; }

    /// <summary>Gets what is paused.</summary>
    internal PauseBoard Pauses { get; init; } = PauseBoard.Empty;

    /// <summary>Gets what the record says about corrections of the past.</summary>
    internal ImmutableArray<TimelineEvent> Notices { get; init; } = [];

    /// <summary>Gets the passes that a fact caused.</summary>
    internal IEnumerable<SeenPass> Facts => Passes.Where(pass => pass.Cause?.Class == EntryClass.Fact);

    /// <summary>Gets the derived events of one kind with their passes, in order.</summary>
    internal IEnumerable<(SeenPass Pass, T Event)> Derived<T>()
        where T : IDerivedEvent =>
        Passes.SelectMany(pass => pass.Derived, (pass, derived) => (pass, derived.Entry)).Where(each => each.Entry is T).Select(each => (each.pass, (T)each.Entry));

    /// <summary>Replays a past.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="timeline">One timeline, with derived events or without.</param>
    /// <param name="effects">The effects on record.</param>
    /// <param name="log">The rules.</param>
    /// <param name="state">Whose it is, and up to when time passes.</param>
    internal static SeenPast Of(
        RelationshipEngine engine, IReadOnlyList<TimelineEvent> timeline, IReadOnlyList<EffectRecord> effects, ActivationLog log, (RelationshipKey Key, Instant Until) state)
    {
        var recording = new PassRecording();
        var decision = engine.Observed(state.Key, [.. timeline.Where(e => e.Class != EntryClass.Derived)], log, state.Until, recording);
        return new SeenPast
        {
            Key = state.Key,
            Log = log,
            Until = state.Until,
            Passes = WithChangesOfRules(recording.Passes, log, state.Until),
            Decision = decision,
            Effects = effects,
            Notices = [.. timeline.Where(e => e is { Class: EntryClass.Derived, Retracted: false } && CorrectionNotice.Is(e))],
        };
    }

    /// <summary>Adds the changes of rules that left no trace because nothing of the relationship changed by them.</summary>
    private static ImmutableArray<SeenPass> WithChangesOfRules(IReadOnlyList<SeenPass> passes, ActivationLog log, Instant until)
    {
        if (passes.Count == 0)
        {
            return [];
        }

        var unseen =
            from entry in log.InForce.Skip(1)
            let place = new TimelinePlace(Microseconds.ToMicros(entry.EffectiveFrom), TimelinePlace.BoundaryRank)
            where place > passes[0].Place && (entry.EffectiveFrom <= until || place < passes[^1].Place) && passes.All(pass => pass.Place != place)
            select new SeenPass { Place = place, InForce = Compiler.Compile(entry) };
        return [.. passes.Concat(unseen).OrderBy(pass => pass.Place)];
    }
}
