using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// R19: making a rule ready for the first candidate. The baseline compiles the lambda of the same condition, which a host would write into its code,
/// and asks it once: code that is emitted is translated when it is first called.
/// </summary>
[MemoryDiagnoser]
public class R19_PreparingARule
{
    private readonly SegmentSchema<SixConditions.Person> _schema = SixConditions.Schema();
    private readonly SegmentTerms _terms = new() { AsOf = SixConditions.Now };
    private readonly SixConditions.Person _person = SixConditions.People(1)[0];
    private SegmentRule _rule = SegmentRule.Everyone;

    /// <summary>Reads the rule.</summary>
    [GlobalSetup]
    public void Setup() => _rule = SegmentText.Parse(SixConditions.Text, _schema, _terms).Required();

    /// <summary>Compiles the lambda, and asks it.</summary>
    [Benchmark(Baseline = true)]
    public bool ExpressionCompile() => SixConditions.Lambda.Compile()(_person);

    /// <summary>Reviews the rule, makes its nodes, computes what depends on now, and asks it.</summary>
    [Benchmark]
    public bool Rule() => _schema.Compile(_rule, _terms).At(SixConditions.Now, DateTimeZone.Utc).Holds(_person);
}
