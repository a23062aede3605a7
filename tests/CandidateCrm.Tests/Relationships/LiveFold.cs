using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>What a service does with one relationship: tell, wait, and replay what was told where the engine asks for it.</summary>
internal sealed class LiveFold(RelationshipEngine engine)
{
    private readonly List<TimelineEvent> _told = [];

    internal Relationship State { get; set; } = Relationship.Empty(Histories.Anna);

    internal List<TimelineEvent> Derived { get; } = [];

    internal List<Effect> Effects { get; } = [];

    internal int Replays { get; private set; }

    /// <summary>Gets all that it ended in, in the form of one decision.</summary>
    internal Decision Outcome => new() { Status = DecisionStatus.Applied, Next = State, Derived = [.. Derived], Effects = [.. Effects] };

    internal void Tell(TimelineEvent next, ActivationLog log)
    {
        _told.Add(next);
        var decision = engine.Apply(State, next, log);
        Take(decision, log, State.Cursor == TimelinePlace.Start ? null : State.Cursor.At);
    }

    internal void Wait(Instant to, ActivationLog log)
    {
        bool left;
        do
        {
            var decision = engine.Advance(State, to, log);
            left = decision.AlarmsLeft;
            Take(decision, log, to);
        }
        while (left);
    }

    private void Take(Decision decision, ActivationLog log, Instant? horizon)
    {
        if (decision.Status == DecisionStatus.NeedsTimeline)
        {
            Replays++;
            decision = engine.Replay(Histories.Anna, _told, log, horizon);
            Derived.Clear();
            Effects.Clear();
        }

        State = decision.Next;
        Derived.AddRange(decision.Derived);
        Effects.AddRange(decision.Effects);
    }
}
