using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// R6: how many of a million people each of two hundred rules holds for, by the index, against asking every person every rule, compiled. The baseline asks fifty thousand of them, and both sides
/// give their time for one person; a million would take it minutes, and fifty thousand lie beyond what a processor keeps near it.
/// </summary>
[MemoryDiagnoser]
public class R06_ManyRulesOverAll
{
    private const int All = 1_000_000;
    private const int Some = 50_000;

    private IndexPeople.Person[] _people = [];
    private SegmentIndex<IndexPeople.Person> _index = null!;
    private SegmentPredicate<IndexPeople.Person>[] _rules = [];
    private SegmentTest<IndexPeople.Person>[] _tests = [];

    [GlobalSetup]
    public void Setup()
    {
        _people = IndexPeople.Many(All);
        (_index, _rules) = (IndexPeople.Index(_people), IndexPeople.Rules(200));
        _tests = [.. _rules.Select(rule => rule.At(IndexPeople.Now, DateTimeZone.Utc).Compiled())];
        var sizes = IndexPeople.Index(_people.Take(Some)).At(IndexPeople.Now, DateTimeZone.Utc).CountEach(_rules).Members;
        if (sizes.Sum() != EachOfEverybody())
        {
            throw new InvalidOperationException("Both sides must give the same numbers.");
        }
    }

    /// <summary>Every person is asked every rule.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Some)]
    public int EachOfEverybody()
    {
        var count = 0;
        foreach (var person in _people.AsSpan(0, Some))
        {
            foreach (var test in _tests)
            {
                count += test.Holds(person) ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>All rules at once.</summary>
    [Benchmark(OperationsPerInvoke = All)]
    public int Index() => _index.At(IndexPeople.Now, DateTimeZone.Utc).CountEach(_rules).Members.Length;
}
