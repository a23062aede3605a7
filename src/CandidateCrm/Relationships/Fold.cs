using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>The fold of one relationship: events and alarms in the order of the line, each in a pass of its own.</summary>
internal sealed class Fold
{
    /// <summary>The largest number of alarms that one call walks.</summary>
    internal const int MostAlarms = 10_000;

    private readonly Draft _draft;
    private readonly RulesHistory _history;
    private readonly Reaction[] _order;
    private readonly object?[] _before;

    internal Fold(Relationship state, RulesHistory history, Reaction[] order)
    {
        _draft = new Draft(state);
        _history = history;
        _order = order;
        _before = new object?[order.Length];
    }

    internal FoldResult Result { get; } = new();

    internal Relationship Freeze() => _draft.Freeze();

    /// <summary>Folds one fact or act that lies after the cursor.</summary>
    internal void Step(TimelineEvent next)
    {
        // Every alarm strictly before the event comes first; one at its very instant comes after it. However many: the state must
        // not stand before its own facts.
        Walk(Microseconds.ToMicros(next.OccurredAt) - 1, most: int.MaxValue);
        Run(next.Place, next);
    }

    /// <summary>Walks alarms up to and with an instant, each at its own instant; false where there are more than the most.</summary>
    internal bool Walk(long untilMicros, int most)
    {
        for (var walked = 0; _draft.NextChangeAt is { } at && Microseconds.ToMicros(at) <= untilMicros; walked++)
        {
            if (walked >= most)
            {
                return false;
            }

            Run(TimelinePlace.Alarm(at), cause: null);
        }

        return true;
    }

    private void Run(TimelinePlace place, TimelineEvent? cause)
    {
        var pass = new FoldPass(_draft, _history, Result, place, cause);
        for (var i = 0; i < _order.Length; i++)
        {
            _before[i] = _order[i].Save(_draft);
        }

        if (cause is null)
        {
            Ring(pass);
        }
        else if (cause.Entry is not UnknownEntry)
        {
            Hear(pass, cause.Entry);
        }

        Drain(pass);
        _draft.Cursor = place;
        Settle(pass);
    }

    private void Ring(FoldPass pass)
    {
        foreach (var reaction in _order)
        {
            if (reaction.NextChange(_draft) <= pass.At)
            {
                Guarded(pass, reaction, entry: null);
            }
        }
    }

    private void Hear(FoldPass pass, ITimelineEntry entry)
    {
        foreach (var reaction in _order)
        {
            Guarded(pass, reaction, entry);
        }
    }

    private void Drain(FoldPass pass)
    {
        while (pass.TryDequeue(out var derived))
        {
            Hear(pass, derived);
        }
    }

    /// <summary>Settles what is overdue already, sets aside who stays overdue, and computes the next alarms.</summary>
    private void Settle(FoldPass pass)
    {
        foreach (var reaction in _order)
        {
            if (IsStuck(reaction, pass))
            {
                Guarded(pass, reaction, entry: null);
                Drain(pass);
                if (IsStuck(reaction, pass))
                {
                    SetAside(pass, reaction, "alarm.stuck");
                }
            }
        }

        Instant? next = null;
        Instant? wake = null;
        foreach (var reaction in _order)
        {
            if (!_draft.IsFaulted(reaction.Feature) && reaction.NextChange(_draft) is { } at)
            {
                next = next is null || at < next ? at : next;
                wake = reaction.IsListenedTo(pass.Rules) && (wake is null || at < wake) ? at : wake;
            }
        }

        _draft.NextChangeAt = next;
        _draft.WakeAt = wake;
    }

    // After an event an alarm at the same instant is still to come; after an alarm it is not.
    private bool IsStuck(Reaction reaction, FoldPass pass) =>
        !_draft.IsFaulted(reaction.Feature)
        && reaction.NextChange(_draft) is { } at
        && (pass.Cause is null ? at <= pass.At : at < pass.At);

    private void Guarded(FoldPass pass, Reaction reaction, ITimelineEntry? entry)
    {
        if (_draft.IsFaulted(reaction.Feature))
        {
            return;
        }

        pass.Enter(reaction.Feature);
        try
        {
            if (entry is null)
            {
                reaction.Tick(pass);
            }
            else
            {
                reaction.On(pass, entry);
            }
        }
#pragma warning disable CA1031 // Whatever a feature throws must not take the fact or the other features with it.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            SetAside(pass, reaction, error is DerivedLimitException ? "derived.limit" : $"reaction.threw:{error.GetType().Name}");
        }
    }

    /// <summary>Puts a feature's slice back to where it stood before the pass, without anything it said in between, and lets it rest.</summary>
    private void SetAside(FoldPass pass, Reaction reaction, string code)
    {
        reaction.Restore(_draft, _before[Array.IndexOf(_order, reaction)]);
        pass.TakeBack(reaction.Feature);
        _draft.Faults = _draft.Faults.Add(new SliceFault { Feature = reaction.Feature, Code = code, At = pass.At });
        pass.NoteFault(reaction.Feature);
    }
}
