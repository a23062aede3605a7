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

    /// <summary>Returns when the feature's answer changes next with no new event, or null.</summary>
    internal virtual Instant? NextChange(Draft draft) => null;

    /// <summary>Says whether anything listens to that change, so that an alarm is worth ringing.</summary>
    internal virtual bool IsListenedTo(CompiledRules rules) => true;

    /// <summary>Returns the feature's slice, to be put back where the reaction fails.</summary>
    internal abstract object? Save(Draft draft);

    /// <summary>Puts the slice back.</summary>
    internal abstract void Restore(Draft draft, object? slice);
}
