using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>R18: the hundred best of a million people among whom a rule holds for, by the index, against LINQ over the objects.</summary>
[MemoryDiagnoser]
public class R18_TopOfAll
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
        if (!Linq().Select(person => person.Id).SequenceEqual(Index().Members.Select(member => member.Id)))
        {
            throw new InvalidOperationException("Both sides must find the same people.");
        }
    }

    /// <summary>As a host would write it.</summary>
    [Benchmark(Baseline = true)]
    public IReadOnlyList<object> Objects() => Linq();

    /// <summary>By the index.</summary>
    [Benchmark]
    public SegmentRanking Index() => _index.At(IndexPeople.Now, DateTimeZone.Utc).Top(_rule, 100, "score");

    private List<IndexPeople.Person> Linq() =>
        [.. _people.Where(_byHand).OrderByDescending(person => person.Score).ThenBy(person => person.Id, StringComparer.Ordinal).Take(100)];
}
