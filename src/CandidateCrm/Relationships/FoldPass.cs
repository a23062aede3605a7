using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>
/// One pass of the fold: one event, alarm or change of rules, and everything that follows from it at the same instant. A fold has one of these and
/// begins it anew for each pass.
/// </summary>
internal sealed class FoldPass(Draft draft, RulesHistory history, FoldResult result)
{
    /// <summary>The largest number of derived events of one pass.</summary>
    internal const int MostDerived = 256;

    private readonly Queue<(string Feature, IDerivedEvent Event)> _waiting = result.Waiting;
    private RulesChange? _change;
    private int _firstDerived;
    private int _firstEffect;
    private TasksSlice? _tasks;
    private string _feature = string.Empty;
    private (DefinitionKind Kind, string? Key) _definition;
    private Instant? _since;
    private int _ordinal;
    private int _raised;

    internal Draft Draft => draft;

    /// <summary>Gets the entry of the activation log that is in force.</summary>
    internal RulesInForce InForce { get; private set; } = null!;

    internal CompiledRules Rules { get; private set; } = null!;

    /// <summary>Gets what all facts so far would have come to, had the features that ask for it reacted all along; only for a change of rules.</summary>
    internal Draft? Past => _change?.Past;

    /// <summary>Gets the rules before; null unless the pass is a change of rules.</summary>
    internal RulesInForce? RulesBefore => _change?.Before;

    /// <summary>Gets the slices as they were before the pass.</summary>
    internal SlicesBefore Before { get; private set; }

    /// <summary>Gets the kept segments whose rules were asked in this pass.</summary>
    internal List<SegmentKey> Asked { get; } = [];

    /// <summary>Gets the definition that is being worked on, as kind and key; null for none in particular.</summary>
    internal string? Definition => _definition.Key is null ? null : $"{_definition.Kind}/{_definition.Key}";

    internal TimelinePlace Place { get; private set; }

    internal Instant At { get; private set; }

    /// <summary>Gets the fact or act that is folded; null for an alarm and for a change of rules.</summary>
    internal TimelineEvent? Cause { get; private set; }

    /// <summary>Gets what the applications made of the event, for features that react later.</summary>
    internal PassNotes Notes { get; } = new();

    /// <summary>Returns the rule that a running promise holds on to, of whatever version.</summary>
    internal Expectation RuleOf(Promise promise) => history.RuleOf(promise, InForce);

    /// <summary>Returns the calendar that a running promise holds on to.</summary>
    internal CompiledCalendar CalendarOf(Promise promise) => history.CalendarOf(promise, InForce);

    /// <summary>Begins the next pass.</summary>
    internal void Begin(in PassTerms terms)
    {
        Place = terms.Place;
        Cause = terms.Cause;
        _change = terms.Change;
        InForce = terms.InForce;
        Rules = terms.InForce.Rules;
        At = terms.Place.At;
        Before = SlicesBefore.Of(draft);
        Asked.Clear();
        Notes.Clear();
        _waiting.Clear();
        _tasks = draft.Tasks;
        _firstDerived = result.Derived.Count;
        _firstEffect = result.Effects.Count;
        _ordinal = 0;
        _raised = 0;
    }

    /// <summary>Begins the reaction of a feature: what it raises carries its name.</summary>
    internal void Enter(string feature)
    {
        _feature = feature;
        _definition = default;
        _since = null;
    }

    /// <summary>Says which definition is worked on next, so that a failure names it.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="key">Its key.</param>
    /// <param name="since">When what it is worked on for began; null for now. What began before effects are handed over has none.</param>
    internal void WorkOn(DefinitionKind kind, string key, Instant? since = null)
    {
        _definition = (kind, key);
        _since = since;
    }

    /// <summary>Raises a derived event; the other features see it later in the same pass.</summary>
    internal void Raise(IDerivedEvent derived)
    {
        if (_raised++ >= MostDerived)
        {
            throw new DerivedLimitException();
        }

        Add(derived);
        if (Rules.Announces(derived) && MayHear(derived) && AnnouncementKeys.Of(derived) is { } key)
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

    /// <summary>Wants an effect at the instant of the pass. Where its feature may not act yet, it is withheld at once, and whoever steps on it hears so.</summary>
    internal void Want(EffectKey key, IIntent intent)
    {
        var effect = new Effect { Key = key, Intent = intent, IntendedAt = At, Withheld = Withholding(intent) };
        result.Effects.Add(effect);
        result.EffectsBy.Add(_feature);
        Draft.Tasks = OpenTasks.With(Draft.Tasks, effect);
        if (effect.Withheld is { } reason && intent is not Announce)
        {
            Add(new EffectWithheld { Effect = key, Reason = reason });
        }
    }

    /// <summary>Takes a task off the list because somebody has done it. That stays, whoever else fails in this pass.</summary>
    internal void Finish(EffectKey task)
    {
        _tasks = OpenTasks.Without(_tasks, task);
        Draft.Tasks = OpenTasks.Without(Draft.Tasks, task);
    }

    /// <summary>Takes a task off the list because it never reached anybody, whether it is there or would come later. That stays, too.</summary>
    internal void Skip(EffectKey task)
    {
        _tasks = OpenTasks.Skipping(_tasks, task);
        Draft.Tasks = OpenTasks.Skipping(Draft.Tasks, task);
    }

    /// <summary>Tells that the event counted in a score, for whoever collects that.</summary>
    internal void Count(TouchKind kind, int quantity) =>
        result.Touches?.All.Add(new Touch { Id = Cause!.Id, Kind = kind, OccurredAt = At, Quantity = quantity });

    /// <summary>Tells that the event would have counted, had it told anything new.</summary>
    internal void CountNothingNew()
    {
        if (result.Touches is { } counted)
        {
            counted.NothingNew++;
        }
    }

    /// <summary>Tells that from now on what counted in the past that was asked for is what counted.</summary>
    internal void Recount() => result.Touches = _change?.PastTouches ?? result.Touches;

    internal bool TryDequeue(out IDerivedEvent derived)
    {
        var any = _waiting.TryDequeue(out var next);
        derived = next.Event;
        return any;
    }

    /// <summary>Takes back what a feature raised and wanted in this pass, because it failed.</summary>
    internal void TakeBack(string feature)
    {
        result.TakeBack(feature, _firstDerived, _firstEffect);
        _raised = result.Raised(_firstDerived);
        Draft.Tasks = result.Effects.Skip(_firstEffect).Aggregate(_tasks, OpenTasks.With);
        var kept = _waiting.Where(w => !string.Equals(w.Feature, feature, StringComparison.Ordinal)).ToArray();
        _waiting.Clear();
        foreach (var one in kept)
        {
            _waiting.Enqueue(one);
        }
    }

    private bool MayHear(IDerivedEvent derived) => derived is not ICandidateNotice notice || OverlayGate.Permits(Draft.Candidate?.Holds, notice.Notice, At);

    // What a feature still has to say when it is switched off goes with the mode that it had. A task that was handed over is closed whenever it was begun.
    private string? Withholding(IIntent intent) =>
        (_change is not null && InForce.IsOff(_feature) ? _change.Before : InForce).WithholdingOf(_feature, intent is CloseTask ? At : _since ?? At);

    private void Add(IDerivedEvent derived)
    {
        _ordinal++;
        result.Derived.Add(Envelope(derived));
        result.DerivedBy.Add(_feature);
        _waiting.Enqueue((_feature, derived));
    }

    private TimelineEvent Envelope(IDerivedEvent derived) => new()
    {
        Relationship = Draft.Key,
        Id = Cause is { } cause ? EventId.Derived(cause.Id.Value, _ordinal) : EventId.Derived(Place, _ordinal),
        OccurredAt = At,
        RecordedAt = At,
        SourceOrder = Place.SourceOrder,
        Actor = Actor.Crm,
        Cause = Cause?.Id ?? default,
        Ordinal = _ordinal,
        Entry = derived,
    };
}
