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
    /// <exception cref="RulesUnavailableException">No version has it; the charter is set aside rather than judging by another rule.</exception>
    internal Expectation RuleOf(Promise promise, CompiledRules current) =>
        Under(promise.RulesPosition)?.FindExpectation(promise.Key.Expectation, promise.Version)
        ?? current.FindExpectation(promise.Key.Expectation, promise.Version)
        ?? Earlier(rules => rules.FindExpectation(promise.Key.Expectation, promise.Version))
        ?? throw new RulesUnavailableException("No version of the rules has the expectation that a promise was opened under.");

    /// <summary>Returns the calendar that a promise was opened under.</summary>
    /// <exception cref="RulesUnavailableException">No version has it; the charter is set aside rather than counting wall time.</exception>
    internal CompiledCalendar CalendarOf(Promise promise, CompiledRules current) =>
        Under(promise.RulesPosition)?.FindCalendar(promise.Calendar, promise.CalendarVersion)
        ?? current.FindCalendar(promise.Calendar, promise.CalendarVersion)
        ?? Earlier(rules => rules.FindCalendar(promise.Calendar, promise.CalendarVersion))
        ?? throw new RulesUnavailableException("No version of the rules has the calendar that a promise was opened under.");

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

    private T? Earlier<T>(Func<CompiledRules, T?> find)
        where T : class
    {
        foreach (var entry in log.Entries)
        {
            if (find(compiler.Compile(entry).Rules) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
