using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// R4: one rule of six conditions for one candidate after the other. The baseline is the delegate that a host would write by hand over its own type,
/// with everything that depends on now computed beforehand, as the rule does. Both go through the same people in the same order: enough of them
/// that no branch is learned by heart, and few enough that reading the rule is measured and not the memory that people lie in.
/// </summary>
[MemoryDiagnoser]
public class R04_OneRule
{
    private const int People = 4_096;
    private SixConditions.Person[] _people = [];
    private Func<SixConditions.Person, bool> _byHand = _ => false;
    private SegmentTest<SixConditions.Person> _rule = null!;

    /// <summary>Asks the rule as often as it takes to be compiled, and makes sure that both sides find the same people.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _people = SixConditions.People(People);
        _byHand = SixConditions.ByHand();
        _rule = SixConditions.Rule();
        for (var i = 0; i < 20; i++)
        {
            if (_people.Any(person => _byHand(person) != _rule.Holds(person)))
            {
                throw new InvalidOperationException("Both sides must find the same people.");
            }
        }
    }

    /// <summary>A delegate written by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = People)]
    public int Delegate()
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += _byHand(person) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The rule, as it runs once it was asked often.</summary>
    [Benchmark(OperationsPerInvoke = People)]
    public int Rule()
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += _rule.Holds(person) ? 1 : 0;
        }

        return count;
    }
}
