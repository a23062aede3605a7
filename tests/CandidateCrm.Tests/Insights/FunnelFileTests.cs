using System.Text.Json;
using CandidateCrm.Fixtures;
using static CandidateCrm.Insights.SamplePaths;

namespace CandidateCrm.Insights;

/// <summary>A table of 2,500 applications with a mark for each stage, by source and by recruiter.</summary>
public sealed class FunnelFileTests
{
    private static readonly string[] Stages = ["application", "screening", "interview", "offer", "hired"];

    [FixtureFact("funnel/expected.json")]
    public void Stages_and_hires_by_cohort_are_those_of_the_table()
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(FixturePaths.Of("funnel/expected.json")));
        var question = new InsightsQuestion { AsOf = At(100), Funnel = FunnelOf(Stages) };
        var all = new PathInsights(question);
        var sources = new CohortInsights<string>(question);
        var recruiters = new CohortInsights<string>(question);
        foreach (var row in File.ReadLines(FixturePaths.Of("funnel/danielprocter_simulated_funnel_data.csv")).Skip(1).Select(line => line.Split(',')))
        {
            var path = Read(row);
            all.Add(path);
            recruiters.Add(row[1], path);
            sources.Add(row[2], path);
        }

        var report = all.Report();
        Assert.Equal(2_500, report.Funnel.Applications.Total);
        Assert.All(report.Funnel.Stages, stage =>
            Assert.Equal(expected.RootElement.GetProperty("reached").GetProperty(stage.Stage.Value).GetInt64(), stage.Reached));
        Assert.All(report.Funnel.Stages, stage => Assert.Equal(0, stage.Skipped));
        Check(expected.RootElement.GetProperty("hired_by_source"), sources);
        Check(expected.RootElement.GetProperty("by_recruiter"), recruiters);
    }

    private static ApplicationPath Read(string[] row)
    {
        var path = PathOf(row[0], [.. Stages.Select((stage, i) => (stage, i)).Where(step => row[5 + step.i].Trim() == "1")]);
        return row[9].Trim() == "1" ? path.Ended(OutcomeKind.Hired, 4) : path;
    }

    private static void Check(JsonElement expected, CohortInsights<string> cohorts)
    {
        var reports = cohorts.Report();
        Assert.Equal(expected.EnumerateObject().Count(), reports.Count);
        foreach (var cohort in expected.EnumerateObject())
        {
            var hired = reports[cohort.Name].Funnel.Stages[^1].OfFirst!.Value;
            Assert.Equal(cohort.Value.GetProperty("applied").GetInt64(), hired.Of);
            Assert.Equal(cohort.Value.GetProperty("hired").GetInt64(), hired.Count);
            if (cohort.Value.TryGetProperty("rate", out var rate))
            {
                Assert.Equal(rate.GetDecimal(), hired.ToDecimal());
            }
        }
    }
}
