using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>The fold of one relationship: events, alarms and changes of rules in the order of the line, each in a pass of its own.</summary>
internal sealed class Fold
{
    /// <summary>The largest number of alarms that one call walks.</summary>
    internal const int MostAlarms = 10_000;

    private readonly Draft _draft;
    private readonly RulesHistory _history;
    private readonly Reaction[] _order;
    private readonly PassRunner _runner;
    private readonly FoldMemory? _memory;
    private int _rules;
    private RulesInForce _inForce;
    private long _boundary;

    /// <summary>Begins a fold.</summary>
    /// <param name="state">The state to go on from.</param>
    /// <param name="history">The rules.</param>
    /// <param name="order">The features.</param>
    /// <param name="memory">What the fold remembers of the line; only where it begins with the first event.</param>
    internal Fold(Relationship state, RulesHistory history, Reaction[] order, FoldMemory? memory = null)
    {
        _draft = new Draft(state);
        _history = history;
        _order = order;
        _memory = memory;
        _rules = history.Count == 1 ? 0 : history.IndexAt(state.Cursor.At);
        _inForce = history.InForce(_rules);
        _boundary = NextBoundary();
        _runner = new PassRunner(_draft, history, order, Result);
    }

    internal FoldResult Result { get; } = new();

    internal Relationship Freeze() => _draft.Freeze();

    /// <summary>Folds one fact or act that lies after the cursor. One that was taken back moves the cursor and nothing else.</summary>
    internal void Step(TimelineEvent next)
    {
        // Every alarm strictly before the event comes first; one at its very instant comes after it. However many: the state must
        // not stand before its own facts.
        var micros = Microseconds.ToMicros(next.OccurredAt);
        Walk(micros - 1, micros, most: int.MaxValue);
        Checkpoints.Consider(_draft, micros, Result);
        var isTaken = Tombstones.Take(_draft, next) | (_memory?.Retracted?.Takes(next) ?? false);
        _draft.Told++;
        _runner.Run(new PassTerms(next.Place, _inForce) { Cause = next, IsMute = isTaken });
        _memory?.Add(next, isTaken);
        if (next.Entry is FactsRetracted retraction)
        {
            Tombstones.Remember(_draft, retraction, _memory);
        }
    }

    /// <summary>Lets time pass up to and with an instant; false where there are more alarms than the most.</summary>
    internal bool Walk(Instant until, int most) => Walk(Microseconds.ToMicros(until), Microseconds.ToMicros(until), most);

    /// <summary>Walks alarms and changes of rules up to and with their instants, in their order; false where there are more alarms than the most.</summary>
    private bool Walk(long alarmsUntil, long rulesUntil, int most)
    {
        for (var walked = 0; ;)
        {
            var boundary = _boundary;
            var alarm = _draft.NextChangeAt is { } at ? Microseconds.ToMicros(at) : long.MaxValue;
            if (boundary <= rulesUntil && boundary <= alarm)
            {
                Cross(boundary);
            }
            else if (alarm > alarmsUntil || alarm == long.MaxValue)
            {
                return true;
            }
            else if (walked++ >= most)
            {
                return false;
            }
            else
            {
                _runner.Run(new PassTerms(new TimelinePlace(alarm, TimelinePlace.AlarmRank), _inForce));
            }
        }
    }

    /// <summary>Takes over the next rules. Where nothing of this relationship changes by it, that is no pass and leaves no trace.</summary>
    private void Cross(long micros)
    {
        var before = _inForce;
        _inForce = _history.InForce(++_rules);
        _boundary = NextBoundary();
        if (_draft.Cursor != TimelinePlace.Start && IsChanged(before))
        {
            var past = PastOf(before, micros);
            _runner.Run(new PassTerms(new TimelinePlace(micros, TimelinePlace.BoundaryRank), _inForce)
            {
                Change = new RulesChange(before, past?._draft, past?.Result.Touches),
            });
        }
    }

    private long NextBoundary() => _rules + 1 < _history.Count ? _history.From(_rules + 1) : long.MaxValue;

    private bool IsChanged(RulesInForce before)
    {
        foreach (var reaction in _order)
        {
            if (reaction.IsChangedBy(_draft, before, _inForce))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Folds all facts so far as if the features that ask for it had reacted all along; null where none asks.</summary>
    private Fold? PastOf(RulesInForce before, long micros)
    {
        var asking = Array.FindAll(_order, reaction => reaction.AsksForThePast(before, _inForce));
        if (asking.Length == 0)
        {
            return null;
        }

        var told = _memory?.Told ?? throw new InvalidOperationException("A change of rules asks for the past, but the fold did not begin with it.");
        var past = PastFold.Begin(_draft.Key, told, new PastRules(_history, _rules, asking), _order);
        past.Result.Touches = Result.Touches is null ? null : new CountedTouches();
        foreach (var one in told)
        {
            past.Step(one);
        }

        past.Walk(micros - 1, micros - 1, most: int.MaxValue);
        return past;
    }
}
