using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CandidateCrm.Benchmarks;

/// <summary>Short runs inside this process: enough iterations for a median that can be compared with a goal.</summary>
public sealed class RatioConfig : ManualConfig
{
    public RatioConfig() => AddJob(Job.Default
        .WithToolchain(InProcessEmitToolchain.Instance)
        .WithWarmupCount(5)
        .WithIterationCount(11));
}
