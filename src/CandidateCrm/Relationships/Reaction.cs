using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>How one feature reacts to what happens to a relationship. Reactions run in the order of <see cref="ReactionOrder"/>.</summary>
internal abstract class Reaction
{
    /// <summary>Gets the name of the feature.</summary>
    internal abstract string Feature { get; }

    /// <summary>Reacts to a fact, an act, or a derived event of the same pass.</summary>
    internal virtual void On(FoldPass pass, ITimelineEntry entry)
    {
    }

    /// <summary>Reacts to time alone: its own next change has come.</summary>
    internal virtual void Tick(FoldPass pass)
    {
    }

    /// <summary>Gets a value indicating whether other features read what this one makes of a fact.</summary>
    internal virtual bool IsReadByOthers => false;

    /// <summary>Gets a value indicating whether the feature looks at each pass once more when all others have settled.</summary>
    internal virtual bool ClosesPasses => false;

    /// <summary>Looks at a pass when all features have settled. What it raises the others hear of; nothing they make of it is looked at again.</summary>
    internal virtual void Close(FoldPass pass)
    {
    }

    /// <summary>Returns when the feature's answer changes next with no new event, or null.</summary>
    internal virtual Instant? NextChange(Draft draft, RulesInForce rules) => null;

    /// <summary>Says whether anything listens to that change, so that an alarm is worth ringing.</summary>
    internal virtual bool IsListenedTo(CompiledRules rules) => true;

    /// <summary>Says whether a change of rules changes the feature's slice or its alarm; otherwise the relationship takes the rules over at its next touch.</summary>
    internal virtual bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => false;

    /// <summary>Says whether a change of rules can be felt by somebody for this feature's sake alone.</summary>
    internal virtual bool IsFelt(RulesInForce before, RulesInForce after) => false;

    /// <summary>Says whether a change of rules asks for what lies before it, because the slice cannot be had from the old one.</summary>
    internal virtual bool AsksForThePast(RulesInForce before, RulesInForce after) => false;

    /// <summary>Goes from one version of the rules to the next. Where it asks for the past, <see cref="FoldPass.Past"/> is what all facts so far would have come to, had it reacted all along.</summary>
    internal virtual void Cross(FoldPass pass, RulesInForce before)
    {
    }

    /// <summary>Returns the feature's slice, to be put back where the reaction fails.</summary>
    internal abstract object? Save(Draft draft);

    /// <summary>Puts the slice back.</summary>
    internal abstract void Restore(Draft draft, object? slice);
}
