using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>Runs one pass after the other: has the features react in their order, sets aside one that fails, and computes the next alarms.</summary>
internal sealed class PassRunner(Draft draft, RulesHistory history, Reaction[] order, FoldResult result)
{
    private readonly object?[] _before = new object?[order.Length];
    private readonly Reaction[] _closing = Array.FindAll(order, reaction => reaction.ClosesPasses);
    private readonly FoldPass _pass = new(draft, history, result);

    internal void Run(in PassTerms terms)
    {
        var pass = _pass;
        pass.Begin(terms);
        for (var i = 0; i < order.Length; i++)
        {
            _before[i] = order[i].Save(draft);
        }

        if (terms.Change is { } change)
        {
            Cross(pass, change.Before);
        }
        else if (terms.Cause is null)
        {
            Ring(pass);
        }
        else if (!terms.IsMute && terms.Cause.Entry is not (UnknownEntry or FactsRetracted))
        {
            Hear(pass, terms.Cause.Entry);
        }

        Drain(pass);
        draft.Cursor = terms.Place;
        draft.RulesPosition = terms.InForce.Position;
        Settle(pass);
        result.Observer?.Saw(pass, terms, _before, order, result);
    }

    private void Cross(FoldPass pass, RulesInForce before)
    {
        foreach (var reaction in order)
        {
            if (draft.IsFaulted(reaction.Feature) || !reaction.IsChangedBy(draft, before, pass.InForce))
            {
                continue;
            }

            if (pass.Past?.FaultOf(reaction.Feature) is { } fault && reaction.AsksForThePast(before, pass.InForce))
            {
                // It failed on the very past that it would have to take over.
                pass.Enter(reaction.Feature);
                SetAside(pass, reaction, fault.Code, fault.Definition);
            }
            else
            {
                Guarded(pass, reaction, entry: null, before);
            }
        }
    }

    private void Ring(FoldPass pass)
    {
        foreach (var reaction in order)
        {
            if (NextChange(pass, reaction) <= pass.At)
            {
                Guarded(pass, reaction, entry: null);
            }
        }
    }

    private void Hear(FoldPass pass, ITimelineEntry entry)
    {
        foreach (var reaction in order)
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
        if (!TrySetAlarms(pass))
        {
            foreach (var reaction in order)
            {
                SettleOverdue(pass, reaction);
            }

            TrySetAlarms(pass);
        }

        Close(pass);
    }

    /// <summary>Has those look at the pass who look last, and sets the alarms again where that changed one.</summary>
    private void Close(FoldPass pass)
    {
        foreach (var reaction in _closing)
        {
            var before = NextChange(pass, reaction);
            Guarded(pass, reaction, entry: null, isClosing: true);
            Drain(pass);
            if (NextChange(pass, reaction) != before || IsOverdue(before, pass))
            {
                TrySetAlarms(pass);
            }
        }
    }

    private void SettleOverdue(FoldPass pass, Reaction reaction)
    {
        if (!reaction.ClosesPasses && IsOverdue(NextChange(pass, reaction), pass))
        {
            Guarded(pass, reaction, entry: null);
            Drain(pass);
            if (IsOverdue(NextChange(pass, reaction), pass))
            {
                pass.Enter(reaction.Feature);
                SetAside(pass, reaction, FaultCodes.AlarmStuck, definition: null);
            }
        }
    }

    /// <summary>Computes the next alarms; false where one of them is overdue already.</summary>
    private bool TrySetAlarms(FoldPass pass)
    {
        var isSettled = true;
        Instant? next = null;
        Instant? wake = null;
        foreach (var reaction in order)
        {
            var change = NextChange(pass, reaction);
            isSettled &= reaction.ClosesPasses || !IsOverdue(change, pass);
            if (change is { } at)
            {
                next = next is null || at < next ? at : next;
                wake = (wake is null || at < wake) && reaction.IsListenedTo(pass.Rules) ? at : wake;
            }
        }

        draft.NextChangeAt = next;
        draft.WakeAt = wake;
        return isSettled;
    }

    // After an event or a change of rules an alarm at the same instant is still to come; after an alarm it is not.
    private static bool IsOverdue(Instant? change, FoldPass pass) =>
        change is { } at && (pass.Place.Rank == TimelinePlace.AlarmRank ? at <= pass.At : at < pass.At);

    private Instant? NextChange(FoldPass pass, Reaction reaction) =>
        draft.IsFaulted(reaction.Feature) || pass.InForce.IsOff(reaction.Feature) ? null : reaction.NextChange(draft, pass.InForce);

    /// <summary>Has a feature react to an entry, to time, or to a change of rules; the last also where it is switched off by it.</summary>
    private void Guarded(FoldPass pass, Reaction reaction, ITimelineEntry? entry, RulesInForce? before = null, bool isClosing = false)
    {
        if (draft.IsFaulted(reaction.Feature) || (before is null && pass.InForce.IsOff(reaction.Feature)))
        {
            return;
        }

        pass.Enter(reaction.Feature);
        if (pass.InForce.IsUnavailable(reaction.Feature))
        {
            SetAside(pass, reaction, FaultCodes.RulesUnavailable, definition: null);
            return;
        }

        try
        {
            if (isClosing)
            {
                reaction.Close(pass);
            }
            else if (before is not null)
            {
                reaction.Cross(pass, before);
            }
            else if (entry is null)
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
            SetAside(pass, reaction, CodeOf(error), pass.Definition);
        }
    }

    private static string CodeOf(Exception error) => error switch
    {
        DerivedLimitException => FaultCodes.DerivedLimit,
        RulesUnavailableException => FaultCodes.RulesUnavailable,
        _ => $"{FaultCodes.Threw}{error.GetType().Name}",
    };

    /// <summary>Puts a feature's slice back to where it stood before the pass, without anything it said in between, and lets it rest.</summary>
    private void SetAside(FoldPass pass, Reaction reaction, string code, string? definition)
    {
        reaction.Restore(draft, _before[Array.IndexOf(order, reaction)]);
        pass.TakeBack(reaction.Feature);
        draft.Faults = draft.Faults.Add(new SliceFault { Feature = reaction.Feature, Code = code, Definition = definition, At = pass.At });
        pass.NoteFault(reaction.Feature);
    }
}
