using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>What the log of rules says, in the plainest way: no compiled tables, no indexes, one question at a time.</summary>
internal static class RulesOracle
{
    /// <summary>In force is the latest published of those that have begun; before all of them, the first that nobody withdrew.</summary>
    internal static Activation InForceAt(ImmutableArray<Activation> entries, Instant at) =>
        entries.Where(e => e.EffectiveFrom <= at).OrderBy(e => e.Position).LastOrDefault()
        ?? entries.First(e => entries.Where(other => other.Position > e.Position).All(other => other.EffectiveFrom > e.EffectiveFrom));

    /// <summary>Off by its mode, or because a definition that the whole feature hangs on is suspended.</summary>
    internal static bool IsOff(Activation entry, FeatureCode feature) =>
        entry.Modes.ModeOf(feature).Mode == Mode.Off || (feature == FeatureCode.Engagement && entry.Suspended.Any(name => name.Kind == DefinitionKind.Score));

    internal static Activation Lifted(Activation entry, FeatureCode feature) => entry with
    {
        Modes = entry.Modes.ModeOf(feature).Mode == Mode.Off ? entry.Modes.With(new FeatureMode { Feature = feature, Mode = Mode.Observe }) : entry.Modes,
        Suspended = feature == FeatureCode.Engagement ? [.. entry.Suspended.Where(name => name.Kind != DefinitionKind.Score)] : entry.Suspended,
    };

    /// <summary>From when to when an entry is in force.</summary>
    internal static (Instant From, Instant To) Stretch(ImmutableArray<Activation> entries, Activation entry)
    {
        var line = entries.Select(e => e.EffectiveFrom).Distinct().Order().Select(at => (At: at, Entry: InForceAt(entries, at))).ToArray();
        var first = Array.FindIndex(line, each => each.Entry == entry);
        return (first <= 0 ? Instant.MinValue + Duration.FromDays(1) : line[first].At, first + 1 < line.Length ? line[first + 1].At : FoldCase.End);
    }

    /// <summary>What a feature that was just switched off still says belongs to the mode that it had.</summary>
    internal static string? Withholding(ImmutableArray<Activation> entries, FeatureCode feature, Instant at, Instant begun)
    {
        var entry = InForceAt(entries, at);
        if (entry.Modes.ModeOf(feature).Mode == Mode.Off || IsOff(entry, feature))
        {
            entry = InForceAt(entries, at - Duration.FromTicks(10));
        }

        var mode = entry.Modes.ModeOf(feature);
        return mode.Mode != Mode.Live ? "mode.observe" : begun < mode.EffectsFrom ? "mode.before_effects_from" : null;
    }

    /// <summary>When what an effect is about began: a promise when it was opened, and everything else when it is wanted, as is the closing of a task.</summary>
    internal static Instant Begun(Decision replay, Effect effect)
    {
        PromiseKey? promise = effect.Intent switch
        {
            OpenTask => new PromiseKey(ExpectationKey.From(effect.Key.Rule), effect.Key.Subject, effect.Key.Ordinal),
            Announce { Event: PromiseOpened told } => told.Promise,
            Announce { Event: PromiseKept told } => told.Promise,
            Announce { Event: PromiseBroken told } => told.Promise,
            Announce { Event: PromiseFulfilledLate told } => told.Promise,
            Announce { Event: PromiseVoided told } => told.Promise,
            _ => null,
        };
        return promise is null ? effect.IntendedAt : replay.Derived.Single(e => e.Entry is PromiseOpened opened && opened.Promise == promise).OccurredAt;
    }

    /// <summary>The tasks that were handed over, without those that were taken back, closed by somebody afterwards, or skipped.</summary>
    internal static IEnumerable<EffectKey> OpenTasks(Decision replay, TimelineEvent[] events)
    {
        var told = Told(events).Where(e => e.Entry is TaskClosed or EffectSkipped).ToArray();
        var closed = replay.Effects.Where(e => e.Withheld is null).Select(e => e.Intent).OfType<CloseTask>().Select(c => c.Task).ToHashSet();
        foreach (var task in replay.Effects.Where(e => e is { Withheld: null, Intent: OpenTask } && !closed.Contains(e.Key)))
        {
            // A broken promise is said by an alarm, after all facts of its instant, or by a change of rules, before them.
            var byRules = replay.Derived.Any(e => e.OccurredAt == task.IntendedAt && e.Entry is PromiseBroken broken
                && new EffectKey(broken.Promise.Expectation.Value, broken.Promise.Subject, broken.Promise.Ordinal, "task") == task.Key
                && e.Id.Value.StartsWith("~~#", StringComparison.Ordinal));
            if (!told.Any(e => KeyOf(e.Entry) == task.Key && (e.Entry is EffectSkipped || e.OccurredAt > task.IntendedAt || (byRules && e.OccurredAt == task.IntendedAt))))
            {
                yield return task.Key;
            }
        }
    }

    private static EffectKey KeyOf(ITimelineEntry entry) => entry is TaskClosed closed ? closed.Task : ((EffectSkipped)entry).Effect;

    /// <summary>What a history tells when all is said: without retractions and what they take back, wherever they stand.</summary>
    internal static IEnumerable<TimelineEvent> Told(IReadOnlyCollection<TimelineEvent> events)
    {
        var retractions = events.Select(e => e.Entry).OfType<FactsRetracted>().ToArray();
        var ids = retractions.SelectMany(r => r.Events).ToHashSet();
        var batches = retractions.Where(r => r.Batch.IsAssigned).Select(r => r.Batch).ToHashSet();
        return events.Where(e => e.Entry is not FactsRetracted && (e.Entry is IAct || !(ids.Contains(e.Id) || batches.Contains(e.Batch))));
    }
}
