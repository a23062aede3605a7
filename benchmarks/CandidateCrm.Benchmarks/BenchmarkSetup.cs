using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CandidateCrm.Benchmarks;

/// <summary>Short jobs inside this process, which give ratios rather than absolute figures; the report is read from JSON.</summary>
public sealed class RatioConfig : ManualConfig
{
    public RatioConfig()
    {
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(9));
        AddExporter(JsonExporter.Full);
    }
}
