using BenchmarkDotNet.Attributes;
using CandidateCrm.Benchmarks.Decades;

namespace CandidateCrm.Benchmarks.Sizes;

/// <summary>The bytes stored of the median of two hundred candidates of ten years, beside the timeline. Made as one array, so that what is allocated is the figure (and 24 bytes of the array's own).</summary>
public class T14_StoredBytes
{
    private int _bytes;

    [GlobalSetup]
    public void Setup() => _bytes = StoredPopulation.Sizes()[StoredPopulation.Median].Total;

    [Benchmark]
    public byte[] Stored() => new byte[_bytes];
}
