using BenchmarkDotNet.Attributes;
using CandidateCrm.Benchmarks.Decades;

namespace CandidateCrm.Benchmarks.Sizes;

/// <summary>As T14, of the candidate that 99 of 100 are no larger than.</summary>
public class T14P_StoredBytes
{
    private int _bytes;

    [GlobalSetup]
    public void Setup() => _bytes = StoredPopulation.Sizes()[StoredPopulation.NinetyNinth].Total;

    [Benchmark]
    public byte[] Stored() => new byte[_bytes];
}
