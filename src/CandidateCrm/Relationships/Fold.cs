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
        var leftAt = _draft.Cursor.Micros;
        Walk(micros - 1, micros, most: int.MaxValue);
        Checkpoints.Consider(_draft, leftAt, micros, Result);
        var isTaken = Tombstones.Take(_draft, next) | (_memory?.Retracted?.Takes(next) ?? false);
        _draft.Told++;
        _runner.Run(new PassTerms(next.Place, _history.InForce(_rules)) { Cause = next, IsMute = isTaken });
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
            var boundary = _rules + 1 < _history.Count ? _history.From(_rules + 1) : long.MaxValue;
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
                _runner.Run(new PassTerms(new TimelinePlace(alarm, TimelinePlace.AlarmRank), _history.InForce(_rules)));
            }
        }
    }

    /// <summary>Takes over the next rules. Where nothing of this relationship changes by it, that is no pass and leaves no trace.</summary>
    private void Cross(long micros)
    {
        var before = _history.InForce(_rules);
        var after = _history.InForce(++_rules);
        if (_draft.Cursor == TimelinePlace.Start || !Array.Exists(_order, r => r.IsChangedBy(_draft, before, after)))
        {
            return;
        }

        var asksForThePast = Array.Exists(_order, r => r.AsksForThePast(before, after));
        _runner.Run(new PassTerms(new TimelinePlace(micros, TimelinePlace.BoundaryRank), after)
        {
            Before = before,
            Past = asksForThePast ? PastUnder(_rules, micros) : null,
        });
    }

    /// <summary>Returns what an entry of the log would have made of all facts so far, had it always been in force.</summary>
    private Draft PastUnder(int rules, long micros)
    {
        var told = _memory?.Told ?? throw new InvalidOperationException("A change of rules asks for the past, but the fold did not begin with it.");
        var past = new Fold(Relationship.Empty(_draft.Key), _history.AsIfAlways(rules), _order);
        foreach (var one in told)
        {
            past.Step(one);
        }

        past.Walk(micros - 1, micros - 1, most: int.MaxValue);
        return past._draft;
    }
}
