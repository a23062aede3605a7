using CandidateCrm.Benchmarks.Reports;

namespace CandidateCrm.Conventions.Goals;

public sealed class GoalReaderTests
{
    private static readonly Goal Deadline = new("R12", "deadline", "stepping", 1.0 / 20, MostBytes: 0);

    [Theory]
    [InlineData("R12_Deadlines", "R12")]
    [InlineData("T07P_Gate", "T7P")]
    [InlineData("R01_Moves", "R1")]
    [InlineData("R1_Moves", null)]
    [InlineData("Deadlines", null)]
    public void The_class_name_says_which_goal_it_measures(string type, string? id) => Assert.Equal(id, GoalReader.IdOf(type));

    [Fact]
    public void The_ratio_is_that_of_the_medians_and_the_worst_case_counts()
    {
        var result = Hold(
            Deadline,
            Case("R12_Deadlines", "Stepping", "Hours=4", 1000), Case("R12_Deadlines", "Engine", "Hours=4", 10),
            Case("R12_Deadlines", "Stepping", "Hours=40", 2000), Case("R12_Deadlines", "Engine", "Hours=40", 90),
            Case("R13_Other", "Stepping", "", 1), Case("R13_Other", "Engine", "", 1));

        Assert.Equal(0.045, result.Ratio!.Value, 12);
        Assert.True(result.IsMet);
    }

    [Fact]
    public void A_ratio_at_the_goal_meets_it_and_one_above_is_short()
    {
        Assert.True(Hold(Deadline, Case("R12_A", "Stepping", "", 20), Case("R12_A", "Engine", "", 1)).IsMet);
        Assert.False(Hold(Deadline, Case("R12_A", "Stepping", "", 20), Case("R12_A", "Engine", "", 1.01)).IsMet);
    }

    [Fact]
    public void Bytes_above_the_limit_are_short_and_bytes_not_measured_are_too()
    {
        Assert.False(Hold(Deadline, Case("R12_A", "Stepping", "", 100, 999), Case("R12_A", "Engine", "", 1, 8)).IsMet);
        Assert.False(Hold(Deadline, Case("R12_A", "Stepping", "", 100, 999), Case("R12_A", "Engine", "", 1, null)).IsMet);
        Assert.True(Hold(Deadline, Case("R12_A", "Stepping", "", 100, 999), Case("R12_A", "Engine", "", 1, 0)).IsMet);
    }

    [Fact]
    public void Of_several_numerators_the_slowest_counts() =>
        Assert.Equal(0.5, Hold(Deadline, Case("R12_A", "Fast", "", 1), Case("R12_A", "Stepping", "", 100), Case("R12_A", "Slow", "", 50)).Ratio);

    [Fact]
    public void What_was_not_measured_is_neither_met_nor_short() => Assert.Null(Hold(Deadline).IsMet);

    [Fact]
    public void A_case_that_failed_is_short() =>
        Assert.False(Hold(Deadline, Case("R12_A", "Stepping", "", 100), Case("R12_A", "Engine", "", double.NaN), Case("R12_A", "Other", "", 1)).IsMet);

    [Theory]
    [InlineData(100, 0)]
    [InlineData(0, 1)]
    public void A_time_of_zero_is_short_because_nothing_was_measured(double baseline, double engine) =>
        Assert.False(Hold(Deadline, Case("R12_A", "Stepping", "", baseline), Case("R12_A", "Engine", "", engine)).IsMet);

    [Fact]
    public void A_class_without_a_baseline_is_refused_with_its_name() =>
        Assert.Contains("R12_A", Assert.Throws<InvalidDataException>(() => Hold(Deadline, Case("R12_A", "Engine", "", 1))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_goal_of_bytes_compares_bytes_and_one_without_a_ratio_needs_no_baseline()
    {
        var index = new Goal("R8", "index", "objects", 0.12, MostBytes: 72, Compares.Bytes);
        var stored = new Goal("T14", "stored", null, null, MostBytes: 4096, Compares.Bytes);

        Assert.Equal(0.1, Hold(index, Case("R08_A", "Stepping", "", 1, 600), Case("R08_A", "Index", "", 99, 60)).Ratio);
        Assert.True(Hold(stored, Case("T14_A", "Stored", "", 5, 4096)).IsMet);
        Assert.False(Hold(stored, Case("T14_A", "Stored", "", 5, 4097)).IsMet);
    }

    [Fact]
    public void A_report_is_read_as_BenchmarkDotNet_writes_it()
    {
        var read = Measurement.Read("""
            { "Title": "x", "Benchmarks": [
              { "Namespace": "N", "Type": "R12_A", "Method": "Engine", "Parameters": "Hours=40", "Statistics": { "Median": 12.5, "Mean": 13 }, "Memory": { "BytesAllocatedPerOperation": 24 } },
              { "Type": "R12_A", "Method": "Broken", "Parameters": "", "Statistics": null, "Memory": { "BytesAllocatedPerOperation": null } } ] }
            """).ToList();

        Assert.Equal(new Measurement("R12_A", "Engine", "Hours=40", 12.5, 24), read[0]);
        Assert.Equal(new Measurement("R12_A", "Broken", "", double.NaN, null), read[1]);
    }

    [Theory]
    [InlineData(null, "-")]
    [InlineData(double.NaN, "failed")]
    [InlineData(0.002, "1/500")]
    [InlineData(0.03, "0.03")]
    [InlineData(0.1, "0.1")]
    [InlineData(1.8, "1.8")]
    public void A_ratio_is_written_as_a_reader_compares_it(double? ratio, string text) => Assert.Equal(text, GoalReport.Ratio(ratio));

    [Fact]
    public void A_report_without_measurements_lists_every_goal_and_ends_with_0()
    {
        var output = new StringWriter();

        Assert.Equal(0, GoalReport.Print(output, "no-such-folder", (_, _) => false));
        Assert.Equal(Benchmarks.Goals.All.Count + 1, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void A_folder_with_a_short_goal_ends_with_1_and_an_unreadable_one_with_2()
    {
        var folder = Directory.CreateTempSubdirectory("candidatecrm-goals-");
        try
        {
            var report = Path.Combine(folder.FullName, "A-report-full.json");
            File.WriteAllText(report, """{ "Benchmarks": [ { "Type": "R13_A", "Method": "Short", "Statistics": { "Median": 10 } }, { "Type": "R13_A", "Method": "Long", "Statistics": { "Median": 14 } } ] }""");
            var output = new StringWriter();

            Assert.Equal(1, GoalReport.Print(output, folder.FullName, (_, method) => method == "Short"));
            Assert.Matches(@"(?m)^R13 +1\.4 +<= 1\.3 +short ", output.ToString());

            File.WriteAllText(report, "{ \"Benchmarks\": [ ");
            Assert.Equal(2, GoalReport.Print(output, folder.FullName, (_, _) => false));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Every_goal_stands_on_the_performance_page_with_its_figures()
    {
        var page = Repository.Read("docs/performance.md");

        Convention.Holds(
            from goal in Benchmarks.Goals.All
            let bytes = goal.MostBytes is { } most ? $"{most} B" : "–"
            let row = $"| {goal.Id} | {goal.Numerator} | {goal.Denominator ?? "–"} | {(goal.MostRatio is null ? "–" : "≤ " + GoalReport.Ratio(goal.MostRatio))} | {bytes} |"
            where !page.Contains(row, StringComparison.Ordinal)
            select "docs/performance.md lacks the row " + row);
    }

    private static GoalResult Hold(Goal goal, params IReadOnlyList<Measurement> measurements) =>
        Assert.Single(GoalReader.Hold([goal], measurements, (_, method) => method == "Stepping"));

    private static Measurement Case(string type, string method, string parameters, double median, long? bytes = 0) => new(type, method, parameters, median, bytes);
}
