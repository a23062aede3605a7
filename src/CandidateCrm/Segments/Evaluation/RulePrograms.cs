using System.Collections.Concurrent;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The programs of a schema's rules, so that a rule that is prepared again and again is compiled once. What is too many is not kept.</summary>
internal sealed class RulePrograms<T>
{
    private const int MostRules = 1_000;

    private readonly ConcurrentDictionary<SegmentRule, RuleProgram<T>> _programs = new();

    internal RuleProgram<T> Of(SegmentRule rule)
    {
        if (_programs.TryGetValue(rule, out var program))
        {
            return program;
        }

        return _programs.Count < MostRules ? _programs.GetOrAdd(rule, static _ => new RuleProgram<T>()) : new RuleProgram<T>();
    }
}
