using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>The compiled rules of a log: those in force at an instant, and those that a promise was opened under.</summary>
internal sealed class RulesHistory(ActivationLog log, RulesCompiler compiler)
{
    private CrmRules? _rules;
    private CompiledRules? _compiled;

    internal CompiledRules At(Instant at)
    {
        var rules = log.At(at);
        if (!ReferenceEquals(rules, _rules))
        {
            _compiled = compiler.Compile(rules);
            _rules = rules;
        }

        return _compiled!;
    }

    /// <summary>Returns the rule that a promise was opened under.</summary>
    /// <exception cref="InvalidOperationException">No version has it; the charter is set aside rather than judging by another rule.</exception>
    internal Expectation RuleOf(Promise promise, CompiledRules current) =>
        current.FindExpectation(promise.Key.Expectation, promise.Version)
        ?? Earlier(rules => rules.FindExpectation(promise.Key.Expectation, promise.Version))
        ?? throw new InvalidOperationException("No version of the rules has the expectation that a promise was opened under.");

    /// <summary>Returns the calendar that a promise was opened under.</summary>
    /// <exception cref="InvalidOperationException">No version has it; the charter is set aside rather than counting wall time.</exception>
    internal CompiledCalendar CalendarOf(Promise promise, CompiledRules current) =>
        current.FindCalendar(promise.Calendar, promise.CalendarVersion)
        ?? Earlier(rules => rules.FindCalendar(promise.Calendar, promise.CalendarVersion))
        ?? throw new InvalidOperationException("No version of the rules has the calendar that a promise was opened under.");

    private T? Earlier<T>(Func<CompiledRules, T?> find)
        where T : class
    {
        foreach (var entry in log.Entries)
        {
            if (find(compiler.Compile(entry.Rules)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
