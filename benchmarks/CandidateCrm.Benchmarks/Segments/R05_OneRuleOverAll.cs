using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>R5: how many of a million people one rule of five conditions holds for, by the index, against the delegate that a host would write, asked of every object.</summary>
[MemoryDiagnoser]
public class R05_OneRuleOverAll
{
    private IndexPeople.Person[] _people = [];
    private Func<IndexPeople.Person, bool> _byHand = _ => false;
    private SegmentIndex<IndexPeople.Person> _index = null!;
    private SegmentPredicate<IndexPeople.Person> _rule = null!;

    [GlobalSetup]
    public void Setup()
    {
        _people = IndexPeople.Many(1_000_000);
        (_byHand, _index, _rule) = (IndexPeople.ByHand(), IndexPeople.Index(_people), IndexPeople.Rule(IndexPeople.Text));
        if (Delegate() != Index() || Index() == 0)
        {
            throw new InvalidOperationException("Both sides must give the same number.");
        }
    }

    /// <summary>Every object is asked.</summary>
    [Benchmark(Baseline = true)]
    public int Delegate()
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += _byHand(person) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The whole question: taking a version, making steps of the rule, and counting.</summary>
    [Benchmark]
    public int Index() => _index.At(IndexPeople.Now, DateTimeZone.Utc).Count(_rule).Members;
}
