using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>The compiled rules of a log: those in force at an instant, and those that a promise was opened under.</summary>
internal sealed class RulesHistory(ActivationLog log, RulesCompiler compiler, RulesInForce[]? instead = null)
{
    /// <summary>Gets the number of entries that are in force at some instant.</summary>
    internal int Count => instead?.Length ?? log.InForce.Length;

    /// <summary>Returns the index of the entry in force at an instant.</summary>
    internal int IndexAt(Instant at) => Math.Min(log.IndexAt(at), Count - 1);

    /// <summary>Returns the microsecond from which on an entry is in force.</summary>
    internal long From(int index) => Microseconds.ToMicros(log.InForce[index].EffectiveFrom);

    /// <summary>Returns an entry that is in force at some instant.</summary>
    internal RulesInForce InForce(int index) => instead is null ? compiler.Compile(log.InForce[index]) : instead[index];

    internal RulesInForce At(Instant at) => InForce(IndexAt(at));

    /// <summary>Makes a history that begins like this one, with other rules at the same instants.</summary>
    internal RulesHistory With(RulesInForce[] entries) => new(log, compiler, entries);

    /// <summary>Returns the rule that a promise was opened under.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="current">The rules in force, which most promises were opened under.</param>
    /// <exception cref="RulesUnavailableException">No version has it; the charter is set aside rather than judging by another rule.</exception>
    internal Expectation RuleOf(Promise promise, RulesInForce current) =>
        Find(promise, current, static (rules, promise) => rules.FindExpectation(promise.Key.Expectation, promise.Version))
        ?? throw new RulesUnavailableException("No version of the rules has the expectation that a promise was opened under.");

    /// <summary>Returns the calendar that a promise was opened under.</summary>
    /// <param name="promise">The promise.</param>
    /// <param name="current">The rules in force, which most promises were opened under.</param>
    /// <exception cref="RulesUnavailableException">No version has it; the charter is set aside rather than counting wall time.</exception>
    internal CompiledCalendar CalendarOf(Promise promise, RulesInForce current) =>
        Find(promise, current, static (rules, promise) => rules.FindCalendar(promise.Calendar, promise.CalendarVersion))
        ?? throw new RulesUnavailableException("No version of the rules has the calendar that a promise was opened under.");

    /// <summary>Asks the rules of the promise's own position first; where these are gone, whichever has the version that it names.</summary>
    private T? Find<T>(Promise promise, RulesInForce current, Func<CompiledRules, Promise, T?> find)
        where T : class
    {
        var own = promise.RulesPosition == current.Position ? current.Rules : Under(promise.RulesPosition);
        return (own is null ? null : find(own, promise)) ?? find(current.Rules, promise) ?? Earlier(promise, find);
    }

    /// <summary>Returns the rules at a position; null where there is no such entry.</summary>
    private CompiledRules? Under(long position)
    {
        for (var i = Count - 1; i >= 0 && position > 0; i--)
        {
            if (log.InForce[i].Position == position)
            {
                return InForce(i).Rules;
            }
        }

        return log.Entries.FirstOrDefault(entry => entry.Position == position) is { } withdrawn ? compiler.Compile(withdrawn).Rules : null;
    }

    private T? Earlier<T>(Promise promise, Func<CompiledRules, Promise, T?> find)
        where T : class
    {
        foreach (var entry in log.Entries)
        {
            if (find(compiler.Compile(entry).Rules, promise) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
