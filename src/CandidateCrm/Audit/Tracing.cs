using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Makes the trace of a past that was seen.</summary>
internal sealed class Tracing
{
    private readonly SeenPast _past;
    private readonly Dictionary<EffectKey, EffectRecord> _records;
    private readonly HashSet<EffectKey> _wanted;
    private readonly ILookup<EffectKey, TimelineEvent> _followed;

    private Tracing(SeenPast past)
    {
        _past = past;
        _records = past.Effects.ToDictionary(record => record.Effect.Key);
        _wanted = [.. past.Decision.Effects.Select(effect => effect.Key)];
        _followed = past.Passes.Where(pass => pass is { Cause: not null, IsTaken: false })
            .Select(pass => (Key: KeyOf(pass.Cause!.Entry), Event: Bare(pass.Cause)))
            .Where(each => each.Key is not null)
            .ToLookup(each => each.Key!.Value, each => each.Event);
    }

    internal static CandidateTrace Of(SeenPast past, Instant? from) => new Tracing(past).Trace(from);

    private CandidateTrace Trace(Instant? from) => new()
    {
        Relationship = _past.Key,
        EngineVersion = RelationshipEngine.Version,
        From = from,
        To = _past.Until,
        Steps = [.. _past.Passes.Where(pass => (from is null || pass.At >= from) && pass.At <= _past.Until).Select(Step)],
        Notices = [.. _past.Notices.Where(notice => (from is null || notice.OccurredAt >= from) && notice.OccurredAt <= _past.Until)],
        OnRecordOnly = [.. _past.Effects.Where(record => !_wanted.Contains(record.Effect.Key))],
    };

    private TraceStep Step(SeenPass pass) => new()
    {
        Place = pass.Place,
        Kind = KindOf(pass),
        What = pass.Cause is { } cause ? EntryTypes.NameOf(cause.Entry) : pass.Place.Rank == TimelinePlace.AlarmRank ? "alarm" : "rules",
        Event = pass.Cause?.Id ?? default,
        About = pass.Cause is { } told ? EntryWords.Of(told.Entry) : string.Empty,
        RulesPosition = pass.InForce.Position,
        TakenBack = pass.IsTaken,
        Repetition = pass.Notes.IsRepetition,
        Reacted = pass.Reacted,
        Derived = pass.Derived,
        Effects = [.. pass.Effects.Select(Traced)],
        Faults = pass.Faults,
    };

    private TracedEffect Traced(Effect effect) => new()
    {
        Effect = effect,
        OnRecord = _records.GetValueOrDefault(effect.Key),
        Followed = [.. _followed[effect.Key]],
    };

    private static TraceStepKind KindOf(SeenPass pass) => pass switch
    {
        { Cause.Class: EntryClass.Act } => TraceStepKind.Act,
        { Cause: not null } => TraceStepKind.Fact,
        { Place.Rank: TimelinePlace.AlarmRank } => TraceStepKind.Alarm,
        _ => TraceStepKind.RulesChange,
    };

    private static EffectKey? KeyOf(ITimelineEntry entry) => entry switch
    {
        EffectDone done => done.Effect,
        EffectSkipped skipped => skipped.Effect,
        TaskClosed closed => closed.Task,
        _ => null,
    };

    private static TimelineEvent Bare(TimelineEvent told) => told with { Entry = told.Entry, Personal = null };
}
