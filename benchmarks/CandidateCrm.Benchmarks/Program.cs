using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;
using CandidateCrm.Benchmarks;
using CandidateCrm.Benchmarks.Reports;

// `goals [folder]` reads what an earlier run left and says which goals are met; everything else goes to BenchmarkDotNet.
if (args is ["goals", .. var rest])
{
    return GoalReport.Print(Console.Out, rest is [var folder] ? folder : Path.Combine("BenchmarkDotNet.Artifacts", "results"), IsBaseline);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, new RatioConfig());
return 0;

static bool IsBaseline(string type, string method) =>
    typeof(Program).Assembly.GetTypes().Where(candidate => candidate.Name == type)
        .Select(candidate => candidate.GetMethod(method)?.GetCustomAttribute<BenchmarkAttribute>())
        .Any(attribute => attribute is { Baseline: true });
