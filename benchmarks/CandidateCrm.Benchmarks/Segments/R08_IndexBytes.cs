using BenchmarkDotNet.Attributes;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// R8: the bytes of the index for a person, against those of the object. Both are what the heap grew by when they were made, ids and everything that questions leave behind included, and
/// are given as arrays of so many bytes, so that what is allocated is the figure.
/// </summary>
[MemoryDiagnoser]
public class R08_IndexBytes
{
    private const int People = 200_000;
    private int _objects;
    private int _index;

    [GlobalSetup]
    public void Setup()
    {
        _ = IndexPeople.Index(IndexPeople.Many(10)).At(IndexPeople.Now, NodaTime.DateTimeZone.Utc).Count(IndexPeople.Rule(IndexPeople.Text));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var people = IndexPeople.Many(People);
        var between = GC.GetTotalMemory(forceFullCollection: true);
        var index = IndexPeople.Index(people);
        _ = index.At(IndexPeople.Now, NodaTime.DateTimeZone.Utc).Count(IndexPeople.Rule(IndexPeople.Text));
        var after = GC.GetTotalMemory(forceFullCollection: true);
        (_objects, _index) = ((int)(between - before), (int)(after - between));
        GC.KeepAlive(people);
        GC.KeepAlive(index);
    }

    /// <summary>The objects.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = People)]
    public byte[] Objects() => new byte[_objects];

    /// <summary>The index.</summary>
    [Benchmark(OperationsPerInvoke = People)]
    public byte[] Index() => new byte[_index];
}
