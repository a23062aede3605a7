using CandidateCrm.Calendars;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>The change to one entry of an activation log, as relationships feel it: where nobody does, all of them take the rules over at their next touch.</summary>
internal sealed class RulesBoundary(Reaction[] order, RulesHistory history, ActivationLog log, int index)
{
    private readonly RulesInForce _before = history.InForce(index - 1);
    private readonly RulesInForce _after = history.InForce(index);

    /// <summary>Gets from when on the entry is in force.</summary>
    internal Instant From => log.InForce[index].EffectiveFrom;

    /// <summary>Gets a value indicating whether anybody can feel it: expectations, calendars and pipelines that change are felt by nobody, for what runs keeps its own; zones with other clocks by those who were told a date.</summary>
    internal bool IsFelt =>
        !_after.Rules.HasTheModelsOf(_before.Rules)
        || _after.Rules.KeepsLessThan(_before.Rules)
        || ZoneTables.Differ(_before.Rules.Rules.Zones, _after.Rules.Rules.Zones)
        || !_before.Activation.Suspended.ToHashSet().SetEquals(_after.Activation.Suspended)
        || Array.Exists(order, reaction => _before.IsOff(reaction.Feature) != _after.IsOff(reaction.Feature)
            || reaction.AsksForThePast(_before, _after)
            || reaction.IsFelt(_before, _after)
            || reaction.IsListenedTo(_before.Rules) != reaction.IsListenedTo(_after.Rules));

    /// <summary>Gets a value indicating whether kept segments mean something else after it, so that everybody who was under the rules before feels it.</summary>
    internal bool ChangesKeptSegments => !KeptSegments.AreSame(_before.Rules, _after.Rules);

    /// <summary>Says whether a relationship, as it is stored, feels it and has not taken it over yet. It may say so too often, never too seldom.</summary>
    internal bool IsFeltBy(Relationship state)
    {
        if (state.Cursor == TimelinePlace.Start)
        {
            return false;
        }

        var there = log.IndexAt(state.Cursor.At);
        if (there >= index)
        {
            // Already beyond it: under these rules, or under others because it was folded before they were known.
            return state.RulesPosition != history.InForce(there).Position;
        }

        var draft = new Draft(state);
        return Array.Exists(order, reaction => reaction.AsksForThePast(_before, _after) || reaction.IsChangedBy(draft, _before, _after));
    }
}
