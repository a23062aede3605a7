using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>One pass of the fold: one event or one alarm, and everything that follows from it at the same instant.</summary>
internal sealed class FoldPass
{
    /// <summary>The largest number of derived events of one pass.</summary>
    internal const int MostDerived = 256;

    private readonly FoldResult _result;
    private readonly Queue<(string Feature, IDerivedEvent Event)> _waiting;
    private readonly int _firstDerived;
    private readonly int _firstEffect;
    private string _feature = string.Empty;
    private int _ordinal;

    internal FoldPass(Draft draft, RulesHistory history, FoldResult result, TimelinePlace place, TimelineEvent? cause)
    {
        Draft = draft;
        History = history;
        Rules = history.At(place.At);
        _result = result;
        _waiting = result.Waiting;
        _waiting.Clear();
        Place = place;
        At = place.At;
        Cause = cause;
        _firstDerived = result.Derived.Count;
        _firstEffect = result.Effects.Count;
    }

    internal Draft Draft { get; }

    internal CompiledRules Rules { get; }

    internal TimelinePlace Place { get; }

    internal Instant At { get; }

    /// <summary>Gets the fact or act that is folded; null for an alarm.</summary>
    internal TimelineEvent? Cause { get; }

    /// <summary>Gets what the applications made of the event, for features that react later.</summary>
    internal PassNotes Notes { get; } = new();

    /// <summary>Gets the rules of every version that a running promise may hold on to.</summary>
    internal RulesHistory History { get; }

    /// <summary>Begins the reaction of a feature: what it raises carries its name.</summary>
    internal void Enter(string feature) => _feature = feature;

    /// <summary>Raises a derived event; the other features see it later in the same pass.</summary>
    internal void Raise(IDerivedEvent derived)
    {
        if (_ordinal >= MostDerived)
        {
            throw new DerivedLimitException();
        }

        Add(derived);
        if (Rules.Announces(derived) && AnnouncementKeys.Of(derived) is { } key)
        {
            Want(key, new Announce { Event = derived });
        }
    }

    /// <summary>Notes a finding.</summary>
    internal void Note(string code, string subject) => Raise(new FindingNoted { Code = code, Subject = subject });

    /// <summary>Notes that a feature was set aside: also where the limit of derived events is what it failed on.</summary>
    internal void NoteFault(string feature)
    {
        Enter("relationships");
        Add(new FindingNoted { Code = FindingCodes.FeatureFaulted, Subject = feature });
    }

    /// <summary>Wants an effect at the instant of the pass.</summary>
    internal void Want(EffectKey key, IIntent intent)
    {
        _result.Effects.Add(new Effect { Key = key, Intent = intent, IntendedAt = At });
        _result.EffectsBy.Add(_feature);
    }

    /// <summary>Tells that the event counted in a score, for whoever collects that.</summary>
    internal void Count(TouchKind kind, int quantity) =>
        _result.Touches?.Add(new Touch { Id = Cause!.Id, Kind = kind, OccurredAt = At, Quantity = quantity });

    internal bool TryDequeue(out IDerivedEvent derived)
    {
        var any = _waiting.TryDequeue(out var next);
        derived = next.Event;
        return any;
    }

    /// <summary>Takes back what a feature raised and wanted in this pass, because it failed.</summary>
    internal void TakeBack(string feature)
    {
        _result.TakeBack(feature, _firstDerived, _firstEffect);
        var kept = _waiting.Where(w => !string.Equals(w.Feature, feature, StringComparison.Ordinal)).ToArray();
        _waiting.Clear();
        foreach (var one in kept)
        {
            _waiting.Enqueue(one);
        }
    }

    private void Add(IDerivedEvent derived)
    {
        _ordinal++;
        _result.Derived.Add(Envelope(derived));
        _result.DerivedBy.Add(_feature);
        _waiting.Enqueue((_feature, derived));
    }

    private TimelineEvent Envelope(IDerivedEvent derived) => new()
    {
        Relationship = Draft.Key,
        Id = EventId.Derived(Cause?.Id.Value, Place.Micros, _ordinal),
        OccurredAt = At,
        RecordedAt = At,
        SourceOrder = Place.SourceOrder,
        Actor = Actor.Crm,
        Cause = Cause?.Id ?? default,
        Ordinal = _ordinal,
        Entry = derived,
    };
}
