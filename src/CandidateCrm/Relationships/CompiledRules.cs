using System.Collections.Frozen;
using System.Collections.Immutable;
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

/// <summary>A tenant's rules in the form that the fold reads: calendars as tables, definitions by key. Rules with faults are refused.</summary>
internal sealed class CompiledRules
{
    private readonly ZoneTables _zones;
    private readonly FrozenDictionary<CalendarKey, CompiledCalendar> _calendars;
    private readonly FrozenDictionary<PipelineKey, PipelineDefinition> _pipelines;
    private readonly FrozenDictionary<(PipelineKey Pipeline, RequisitionId Requisition), PipelineDefinition> _overrides;
    private readonly FrozenDictionary<ExpectationKey, Expectation> _expectations;
    private readonly FrozenDictionary<FactCode, AttributeDefinition> _attributes;

    internal CompiledRules(CrmRules rules)
    {
        var faults = RulesReview.FaultsOf(rules);
        if (faults.Length > 0)
        {
            throw new InvalidRulesException(faults);
        }

        Rules = rules;
        _zones = new ZoneTables(rules.Zones);
        _calendars = rules.Calendars.ToFrozenDictionary(c => c.Key, c => _zones.Compile(c, rules.Calendars));
        _pipelines = rules.Pipelines.ToFrozenDictionary(p => p.Key);
        _overrides = rules.Pipelines
            .SelectMany(p => p.Overrides.SelectMany(own => own.Requisitions), (p, requisition) => (p, requisition))
            .ToFrozenDictionary(each => (each.p.Key, each.requisition), each => each.p.For(each.requisition));
        Scores = [.. rules.Scores.Select(model => new ScoreEngine(model))];
        _expectations = rules.Expectations.ToFrozenDictionary(e => e.Key);
        _attributes = rules.Attributes.ToFrozenDictionary(a => a.Key);
        Lifecycle = new LifecycleEngine();
        Segments = TenantSegments.Of(rules);
    }

    private CompiledRules(CompiledRules origin, LifecycleDefinition? lifecycle, CompiledRules scores)
    {
        Rules = origin.Rules with { Lifecycle = lifecycle, Scores = scores.Rules.Scores };
        _zones = origin._zones;
        _calendars = origin._calendars;
        _pipelines = origin._pipelines;
        _overrides = origin._overrides;
        _expectations = origin._expectations;
        _attributes = origin._attributes;
        Scores = scores.Scores;
        Lifecycle = origin.Lifecycle;
        Segments = scores.Segments.ForThePast();
    }

    internal CrmRules Rules { get; }

    internal ImmutableArray<ScoreEngine> Scores { get; }

    internal LifecycleEngine Lifecycle { get; }

    internal TenantSegments Segments { get; }

    /// <summary>Returns a zone as the rules have it, or the data in use where they do not; null where nobody knows it.</summary>
    internal DateTimeZone? FindZone(string id) => _zones.GetZoneOrNull(id);

    internal CompiledCalendar Calendar(CalendarKey key) => _calendars[key];

    internal CompiledCalendar? FindCalendar(CalendarKey key) => _calendars.GetValueOrDefault(key);

    internal CompiledCalendar? FindCalendar(CalendarKey key, int version) =>
        _calendars.GetValueOrDefault(key) is { } found && found.Version == version ? found : null;

    /// <summary>Returns a pipeline as it is for an opening; the first one where no key is assigned.</summary>
    internal PipelineDefinition? FindPipeline(PipelineKey key, RequisitionId requisition)
    {
        var found = key.IsAssigned ? _pipelines.GetValueOrDefault(key) : Rules.Pipelines.FirstOrDefault();
        return found is { Overrides.IsEmpty: false } && requisition.IsAssigned && _overrides.TryGetValue((found.Key, requisition), out var own) ? own : found;
    }

    internal Expectation? FindExpectation(ExpectationKey key) => _expectations.GetValueOrDefault(key);

    internal Expectation? FindExpectation(ExpectationKey key, int version) =>
        _expectations.GetValueOrDefault(key) is { } found && found.Version == version ? found : null;

    internal AttributeDefinition? FindAttribute(FactCode name) => _attributes.GetValueOrDefault(name);

    /// <summary>Says whether relationships keep less of an attribute than under other rules.</summary>
    internal bool KeepsLessThan(CompiledRules other) =>
        Rules.Attributes.Any(attribute => attribute.Class is AttributeClass.Contact or AttributeClass.Protected && other.FindAttribute(attribute.Key)?.Class != attribute.Class);

    /// <summary>Says whether scores are of these models in these versions.</summary>
    internal bool HasTheModelsOf(EngagementSlice slice)
    {
        if (slice.Scores.Length != Scores.Length)
        {
            return false;
        }

        for (var i = 0; i < Scores.Length; i++)
        {
            if (slice.Scores[i].State.Model != Scores[i].Model.Key || slice.Scores[i].State.ModelVersion != Scores[i].Model.Version)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says whether other rules have the same scoring models in the same versions and order.</summary>
    internal bool HasTheModelsOf(CompiledRules other)
    {
        if (Scores.Length != other.Scores.Length)
        {
            return false;
        }

        for (var i = 0; i < Scores.Length; i++)
        {
            if (!IsSame(Scores[i], other.Scores[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says whether these rules have a scoring model, or a version of one, that other rules do not have.</summary>
    internal bool HasModelsBeyond(CompiledRules other) =>
        !HasTheModelsOf(other) && Scores.Any(engine => !other.Scores.Any(known => IsSame(engine, known)));

    /// <summary>Returns the same rules for a past: with another lifecycle, and with the scoring models of later ones and the touchpoints that their segments need; nothing is compiled anew.</summary>
    internal CompiledRules With(LifecycleDefinition? lifecycle, CompiledRules scores) =>
        ReferenceEquals(lifecycle, Rules.Lifecycle) && HasTheModelsOf(scores) && Segments.Touches.IsEmpty && scores.Segments.Touches.IsEmpty ? this : new CompiledRules(this, lifecycle, scores);

    internal bool Announces(IDerivedEvent derived) => Rules.Announced.Count > 0 && Rules.Announced.Contains(EntryTypes.NameOf(derived));

    private static bool IsSame(ScoreEngine a, ScoreEngine b) => a.Model.Key == b.Model.Key && a.Model.Version == b.Model.Version;
}
