using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>
/// The one reducer: a relationship is the fold of its facts and acts under the tenant's rules. Pure: an answer depends on nothing but
/// the arguments. Safe for concurrent use; it remembers compiled rules only.
/// </summary>
public sealed class RelationshipEngine
{
    /// <summary>The version of the rules by which answers are computed. It rises whenever an answer can change.</summary>
    public const int Version = 1;

    private readonly RulesCompiler _compiler = new();
    private readonly Reaction[] _order;

    /// <summary>Initializes an engine with the library's features.</summary>
    public RelationshipEngine()
        : this(ReactionOrder.All)
    {
    }

    internal RelationshipEngine(Reaction[] order) => _order = order;

    /// <summary>Gets the names of the features, in the order in which they react.</summary>
    internal IEnumerable<string> Features => _order.Select(reaction => reaction.Feature);

    /// <summary>Folds one more fact or act.</summary>
    /// <returns><see cref="DecisionStatus.NeedsTimeline"/> where the event lies at or before the cursor; the state is then unchanged.</returns>
    /// <exception cref="ArgumentException">The event is derived, or on another timeline.</exception>
    public Decision Apply(Relationship state, TimelineEvent next, ActivationLog rules) => ApplyAll(state, [next], rules);

    /// <summary>Folds facts and acts, in whatever order they are given, as one step: sorted by their places, a repeated id once.</summary>
    /// <returns>
    /// <see cref="DecisionStatus.NeedsTimeline"/> where one lies at or before the cursor or takes back what may lie there, or where the rules
    /// ask for the past; the state is then unchanged.
    /// </returns>
    /// <exception cref="ArgumentException">An event is derived, or on another timeline.</exception>
    public Decision ApplyAll(Relationship state, IReadOnlyList<TimelineEvent> events, ActivationLog rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var line = LineOf(state.Key, events);
        var isFirst = state.Cursor == TimelinePlace.Start;
        var history = new RulesHistory(rules, _compiler);
        if (line.Length > 0 && !isFirst && !(line[0].Place > state.Cursor && !HasRetraction(line) && CanGoOn(state, line[^1].OccurredAt, rules, history)))
        {
            return NeedsTimeline(state);
        }

        var fold = new Fold(state, history, _order, isFirst ? new FoldMemory(line, history.Count > 1) : null);
        FoldEvents(fold, line);
        return DecisionOf(fold);
    }

    /// <summary>Lets time pass up to and with an instant: every alarm that is due rings at its own instant, in order.</summary>
    /// <returns><see cref="DecisionStatus.NeedsTimeline"/> where the rules ask for the past: a scoring model of another version, for example.</returns>
    public Decision Advance(Relationship state, Instant to, ActivationLog rules)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(rules);
        var history = new RulesHistory(rules, _compiler);
        if (state.Cursor != TimelinePlace.Start && !CanGoOn(state, to, rules, history))
        {
            return NeedsTimeline(state);
        }

        var fold = new Fold(state, history, _order);
        var finished = fold.Walk(to, Fold.MostAlarms);
        return DecisionOf(fold) with { AlarmsLeft = !finished };
    }

    /// <summary>
    /// Folds a whole timeline from nothing: the definition of the state. Derived events among the input are passed over; a repeated id
    /// counts once. Time passes up to and with the horizon where one is given, however many alarms that takes.
    /// </summary>
    public Decision Replay(RelationshipKey key, IEnumerable<TimelineEvent> timeline, ActivationLog rules, Instant? horizon = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(rules);
        var fold = FoldOf(key, [.. timeline.Where(e => e.Class != EntryClass.Derived)], rules);
        if (horizon is { } until)
        {
            fold.Walk(until, most: int.MaxValue);
        }

        return DecisionOf(fold);
    }

    /// <summary>Replays and shows every pass to an observer. The answer is the same as without one.</summary>
    internal Decision Observed(RelationshipKey key, IReadOnlyList<TimelineEvent> told, ActivationLog rules, Instant horizon, PassObserver observer)
    {
        var fold = FoldOf(key, told, rules, observer: observer);
        fold.Walk(horizon, most: int.MaxValue);
        return DecisionOf(fold);
    }

    /// <summary>Replays up to the last fact and shows every pass to an observer, for whom the answer alone counts.</summary>
    internal void Observed(RelationshipKey key, IReadOnlyList<TimelineEvent> told, ActivationLog rules, PassObserver observer) => FoldOf(key, told, rules, observer: observer);

    /// <summary>Lets time pass up to and with an instant, however many alarms that takes.</summary>
    internal Decision Settled(Relationship state, Instant to, ActivationLog rules)
    {
        var decision = Advance(state, to, rules);
        while (decision.AlarmsLeft)
        {
            decision = Joined(decision, Advance(decision.Next, to, rules));
        }

        return decision;
    }

    /// <summary>Goes on from a decision up to the instant of an import, where there is one and something is due by then.</summary>
    internal Decision SettledFor(Decision decision, Instant? importedAt, ActivationLog rules) =>
        decision.Next.WakeAt <= importedAt ? Joined(decision, Settled(decision.Next, importedAt.Value, rules)) : decision;

    /// <summary>Returns what the scores of the rules count at an instant, as the fold does (a repeated submission, for example, does not), and the state; nothing counts where the rules have no score.</summary>
    internal (CountedTouches Touches, Relationship State) TouchesOfScores(
        RelationshipKey key, IReadOnlyList<TimelineEvent> timeline, ActivationLog rules, Instant at)
    {
        var fold = FoldOf(key, timeline, rules, touches: new CountedTouches());
        fold.Walk(at, most: int.MaxValue);
        return (fold.Result.Touches!, fold.Freeze());
    }

    /// <summary>Returns the calendar that a promise was opened under.</summary>
    internal CompiledCalendar CalendarOf(Promise promise, ActivationLog rules, Instant now)
    {
        var history = new RulesHistory(rules, _compiler);
        return history.CalendarOf(promise, history.At(now));
    }

    /// <summary>Returns the rules that are in force at an instant.</summary>
    internal RulesInForce InForceAt(ActivationLog rules, Instant at) => new RulesHistory(rules, _compiler).At(at);

    /// <summary>Returns the change to an entry of a log; null where the entry was withdrawn, or is the first.</summary>
    internal RulesBoundary? BoundaryOf(ActivationLog rules, long position)
    {
        for (var index = 1; index < rules.InForce.Length; index++)
        {
            if (rules.InForce[index].Position == position)
            {
                return new RulesBoundary(_order, new RulesHistory(rules, _compiler), rules, index);
            }
        }

        return null;
    }

    private Fold FoldOf(RelationshipKey key, IReadOnlyList<TimelineEvent> timeline, ActivationLog rules, CountedTouches? touches = null, PassObserver? observer = null)
    {
        var line = LineOf(key, timeline);
        var history = new RulesHistory(rules, _compiler);
        var fold = new Fold(Relationship.Empty(key), history, _order, new FoldMemory(line, history.Count > 1));
        fold.Result.Touches = touches;
        fold.Result.Observer = observer;
        FoldEvents(fold, line);
        return fold;
    }

    /// <summary>Says whether a state was made under the rules of the log, and the rules up to an instant can go on from it.</summary>
    private bool CanGoOn(Relationship state, Instant to, ActivationLog rules, RulesHistory history)
    {
        var index = rules.IndexAt(state.Cursor.At);
        var before = history.InForce(index);
        if (before.Position != state.RulesPosition || !before.CanGoOnFrom(state))
        {
            return false;
        }

        for (index++; index < history.Count && rules.InForce[index].EffectiveFrom <= to; index++)
        {
            var after = history.InForce(index);
            if (AsksForThePast(before, after))
            {
                return false;
            }

            before = after;
        }

        return true;
    }

    private bool AsksForThePast(RulesInForce before, RulesInForce after)
    {
        foreach (var reaction in _order)
        {
            if (reaction.AsksForThePast(before, after))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRetraction(TimelineEvent[] line) => Array.Exists(line, e => e.Entry is FactsRetracted);

    private static Decision NeedsTimeline(Relationship state) => new() { Status = DecisionStatus.NeedsTimeline, Next = state };

    private static void FoldEvents(Fold fold, TimelineEvent[] line)
    {
        foreach (var next in line)
        {
            fold.Step(next);
        }
    }

    private static TimelineEvent[] LineOf(RelationshipKey key, IReadOnlyList<TimelineEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 1)
        {
            Check(key, events[0]);
            return [events[0]];
        }

        var sorted = InOrder(key, events);
        var seen = new HashSet<EventId>(sorted.Length);
        var kept = 0;
        foreach (var next in sorted)
        {
            if (seen.Add(next.Id))
            {
                sorted[kept++] = next;
            }
        }

        return kept == sorted.Length ? sorted : sorted[..kept];
    }

    /// <summary>Copies the events in the order of the line; a timeline mostly comes in it.</summary>
    private static TimelineEvent[] InOrder(RelationshipKey key, IReadOnlyList<TimelineEvent> events)
    {
        var line = new TimelineEvent[events.Count];
        var isSorted = true;
        TimelinePlace last = default;
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = events[i];
            Check(key, line[i]);
            var place = line[i].Place;
            isSorted &= i == 0 || last <= place;
            last = place;
        }

        return isSorted ? line : [.. line.OrderBy(e => e.Place)];
    }

    private static void Check(RelationshipKey key, TimelineEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Relationship != key)
        {
            throw new ArgumentException($"Event {next.Id} is on the timeline {next.Relationship}, not on {key}.", nameof(next));
        }

        if (next.Class == EntryClass.Derived)
        {
            throw new ArgumentException($"Event {next.Id} is derived; only facts and acts are folded.", nameof(next));
        }
    }

    private static Decision Joined(Decision first, Decision second) =>
        second with { Derived = first.Derived.AddRange(second.Derived), Effects = first.Effects.AddRange(second.Effects), Checkpoints = first.Checkpoints.AddRange(second.Checkpoints) };

    private static Decision DecisionOf(Fold fold) => new()
    {
        Status = DecisionStatus.Applied,
        Next = fold.Freeze(),
        Derived = [.. fold.Result.Derived],
        Effects = [.. fold.Result.Effects],
        Checkpoints = fold.Result.Checkpoints is { } kept ? [.. kept] : [],
    };
}
