using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace CandidateCrm.Benchmarks;

/// <summary>
/// One short job for every benchmark, so that ratios inside a run are comparable. The program hands it to all classes; a
/// class carries no configuration of its own. It runs in this process: BenchmarkDotNet 0.14.0 has no moniker for .NET 10.
/// </summary>
public sealed class RatioConfig : ManualConfig
{
    public RatioConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithLaunchCount(1)
            .WithWarmupCount(3)
            .WithIterationCount(9)
            .WithIterationTime(TimeInterval.FromMilliseconds(250)) // half of the default: the whole run stays under 20 minutes
            .WithId("Ratio"));
        AddDiagnoser(MemoryDiagnoser.Default);
        AddColumnProvider(DefaultColumnProviders.Instance);
        AddExporter(JsonExporter.Full, MarkdownExporter.GitHub);
        AddLogger(ConsoleLogger.Default);
    }
}
