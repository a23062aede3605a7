using BenchmarkDotNet.Attributes;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>A year's applications of a large host in one report, against queries for the funnel and the first response alone.</summary>
[MemoryDiagnoser]
public class PathInsightsBenchmarks
{
    private static readonly StageKey[] Stages = [.. new[] { "applied", "screening", "interview", "second-interview", "offer", "hired" }.Select(StageKey.From)];
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 9, 0);
    private static readonly InsightsQuestion Question = new()
    {
        AsOf = Start + Duration.FromDays(400),
        Funnel = new FunnelDefinition { Stages = [.. Stages] },
    };

    private ApplicationPath[] _paths = [];

    [Params(100_000)]
    public int Applications { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(17);
        _paths = [.. Enumerable.Range(0, Applications).Select(i => Path(i, random))];
    }

    [Benchmark(Baseline = true)]
    public Duration PlainQueries()
    {
        var reached = Stages.Sum(stage => _paths.Count(path => path.Steps.Any(step => step.Step == stage)));
        var responses = _paths.Where(path => path.Steps.Length > 1).Select(path => path.Steps[1].At - path.Steps[0].At).Order().ToList();
        return responses[responses.Count / 2] + Duration.FromNanoseconds(reached);
    }

    [Benchmark]
    public InsightsReport Everything()
    {
        var insights = new PathInsights(Question);
        foreach (var path in _paths)
        {
            insights.Add(path);
        }

        return insights.Report();
    }

    private static ApplicationPath Path(int number, Random random)
    {
        var at = Start + Duration.FromMinutes(random.Next(500_000));
        return new ApplicationPath
        {
            Candidate = CandidateId.From("c-" + (number / 2)),
            Application = JobApplicationId.From("a-" + number),
            Steps = [.. Stages.Take(random.Next(1, Stages.Length)).Select(stage => new PathStep
            {
                Step = stage,
                At = at += Duration.FromMinutes(random.Next(9_000)),
            })],
            Outcome = random.Next(3) == 0 ? PathOutcome.Open : PathOutcome.Ended(OutcomeKind.Rejected, at),
        };
    }
}
