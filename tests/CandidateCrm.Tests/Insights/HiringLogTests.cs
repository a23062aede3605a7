using System.Globalization;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Insights;

/// <summary>A simulated hiring log of 1,000 applications: equal timestamps, repeats, and figures computed by others.</summary>
public sealed class HiringLogTests
{
    private static readonly string[] Names = ["p25", "p50", "p75", "p90", "p95"];

    private static readonly Lazy<JsonElement> Expected = new(() =>
        JsonDocument.Parse(File.ReadAllText(FixturePaths.Of("hiring-log/expected.json"))).RootElement);

    private static readonly Lazy<InsightsReport> Answer = new(ReadLog);

    [FixtureFact("hiring-log/expected.json")]
    public void Counts_of_events_applications_and_people_agree()
    {
        var report = Answer.Value;

        Assert.Equal(Expected.Value.GetProperty("cases").GetInt64(), report.Funnel.Applications.Total);
        Assert.Equal(Expected.Value.GetProperty("events").GetInt64(), report.Events);
        Same("events_per_activity", report.Steps.Select(step => (step.Step.Value, step.Events)));
        Same("cases_reaching_activity", report.Steps.Select(step => (step.Step.Value, step.Applications)));
        Same("repeated_activities_cases", report.Steps.Where(step => step.Repeated > 0).Select(step => (step.Step.Value, step.Repeated)));
        Same("last_activity", report.Steps.Where(step => step.Last > 0).Select(step => (step.Step.Value, step.Last)));
        Same("events_by_resource", report.Actors.Select(actor => (Key(actor.By!.Value.Value), actor.Events)));
    }

    [FixtureFact("hiring-log/expected.json")]
    public void The_funnel_agrees_and_names_who_left_after_the_offer()
    {
        var stages = Answer.Value.Funnel.Stages;
        foreach (var (expected, stage) in Expected.Value.GetProperty("funnel").EnumerateArray().Zip(stages))
        {
            Assert.Equal(Key(expected.GetProperty("stage").GetString()!), stage.Stage.Value);
            Assert.Equal(expected.GetProperty("reached").GetInt64(), stage.Reached);
            Assert.Equal(expected.GetProperty("of_previous").GetDecimal(), stage.OfPrevious!.Value.ToDecimal());
            Assert.Equal(expected.GetProperty("of_first").GetDecimal(), stage.OfFirst!.Value.ToDecimal());
        }

        Assert.Equal(Expected.Value.GetProperty("offer_then_rejected_last").GetInt64(), stages[^1].LastHere.Rejected);
    }

    [FixtureFact("hiring-log/expected.json")]
    public void The_ways_through_the_process_agree()
    {
        var variants = Answer.Value.Variants;

        Assert.Equal(Expected.Value.GetProperty("variants").GetInt64(), variants.Distinct);
        Assert.Equal(
            Expected.Value.GetProperty("top_variants").EnumerateArray().Select(way =>
                $"{way.GetProperty("count")}: {string.Join(' ', way.GetProperty("trace").EnumerateArray().Select(step => Key(step.GetString()!)))}"),
            variants.Top.Select(way => $"{way.Count}: {string.Join(' ', way.Steps)}"));
    }

    [FixtureFact("hiring-log/expected.json")]
    public void Times_agree_by_both_methods()
    {
        var report = Answer.Value;
        var response = Expected.Value.GetProperty("first_response_hours");

        Same(Expected.Value.GetProperty("throughput_hours_first_to_last_event"), report.Throughput);
        Same(response, report.FirstResponse);
        Assert.Equal(response.GetProperty("within_24h").GetInt64(), report.FirstResponse.Within[0].Count);
        Assert.Equal(response.GetProperty("within_48h").GetInt64(), report.FirstResponse.Within[1].Count);
        foreach (var step in Expected.Value.GetProperty("hours_from_application_to_first").EnumerateObject())
        {
            Same(step.Value, report.Steps.Single(one => one.Step.Value == Key(step.Name)).FromApplication);
        }
    }

    [FixtureFact("hiring-log/expected.json")]
    public void Everything_has_ended_so_the_risks_equal_the_plain_count()
    {
        var risks = Answer.Value.Risks;

        Assert.Equal((1_000L, 0L), (risks.Applications, risks.RightCensored));
        Assert.Equal(0.265m, risks.Of(OutcomeKind.Hired).CumulativeIncidence);
        Assert.Equal(0.735m, risks.Of(OutcomeKind.Rejected).CumulativeIncidence);
    }

    private static InsightsReport ReadLog()
    {
        var engine = new PathInsights(new InsightsQuestion
        {
            AsOf = InstantPattern.ExtendedIso.Parse("2016-01-01T00:00:00Z").Value,
            Funnel = SamplePaths.FunnelOf([.. Expected.Value.GetProperty("funnel").EnumerateArray().Select(stage => Key(stage.GetProperty("stage").GetString()!))]),
            TopVariants = 5,
        });
        foreach (var rows in File.ReadLines(FixturePaths.Of("hiring-log/events.csv")).Skip(1).Select(line => line.Split(',')).GroupBy(row => row[0]))
        {
            engine.Add(PathOf(rows.Key, rows.Select(Row).OrderBy(row => row.Step.At).ThenBy(row => row.Seq).Select(row => row.Step)));
        }

        return engine.Report();
    }

    private static (int Seq, PathStep Step) Row(string[] row) => (int.Parse(row[1], CultureInfo.InvariantCulture), new PathStep
    {
        Step = StageKey.From(Key(row[2])),
        By = PersonId.From(row[3]),
        At = OffsetDateTimePattern.Rfc3339.Parse(row[4]).Value.ToInstant(),
    });

    /// <summary>The log has no field for the end: an offer that stands last was accepted.</summary>
    private static ApplicationPath PathOf(string id, IEnumerable<PathStep> ordered)
    {
        PathStep[] steps = [.. ordered];
        var hired = steps[^1].Step.Value == "make-job-offer";
        return new ApplicationPath
        {
            Candidate = CandidateId.From(id),
            Application = JobApplicationId.From(id),
            Steps = [.. steps],
            Outcome = PathOutcome.Ended(hired ? OutcomeKind.Hired : OutcomeKind.Rejected, steps[^1].At),
        };
    }

#pragma warning disable CA1308 // Stage keys are lower-case.
    private static string Key(string text) => text.ToLowerInvariant().Replace(' ', '-');
#pragma warning restore CA1308

    private static void Same(string property, IEnumerable<(string Key, long Count)> counts) =>
        Assert.Equal(
            Expected.Value.GetProperty(property).EnumerateObject().Select(one => (Key(one.Name), one.Value.GetInt64())).Order(),
            counts.Order());

    private static void Same(JsonElement expected, DurationSummary summary)
    {
        Assert.Equal(expected.GetProperty("n").GetInt64(), summary.Count);
        Near(expected.GetProperty("min"), summary.Min!.Value);
        Near(expected.GetProperty("max"), summary.Max!.Value);
        Near(expected.GetProperty("mean"), summary.Mean!.Value);
        Same(expected.GetProperty("linear"), summary.Linear!);
        Same(expected.GetProperty("nearest_rank"), summary.NearestRank!);
    }

    private static void Same(JsonElement expected, DurationPercentiles five)
    {
        Duration[] values = [five.P25, five.P50, five.P75, five.P90, five.P95];
        foreach (var (name, value) in Names.Zip(values))
        {
            Near(expected.GetProperty(name), value);
        }
    }

    /// <summary>Half of the third decimal away at most: exact halves of the log, such as 22.2275 hours, were rounded in binary fractions there.</summary>
    private static void Near(JsonElement hours, Duration actual)
    {
        var exact = (decimal)actual.ToBigIntegerNanoseconds() / 3_600_000_000_000m;
        Assert.InRange(exact, hours.GetDecimal() - 0.0005m, hours.GetDecimal() + 0.0005m);
    }
}
