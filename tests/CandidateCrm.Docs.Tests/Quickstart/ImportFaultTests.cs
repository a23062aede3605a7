using Quickstart.Import;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>What is wrong with a log is said with its line, what is right goes in, and the exit code says which it was.</summary>
public sealed class ImportFaultTests
{
    private const string Applied = "1,0,Hand In Job Application,Front Desk,2015-01-05T00:00:08+00:00";

    [Fact]
    public async Task A_clean_log_is_clean()
    {
        using var run = new QuickstartRun();

        Assert.Equal(0, await run.ImportAsync(Applied, "1,1,Make Job Offer,HR,2015-01-06T00:00:08Z"));
        Assert.Equal("2 lines, 2 imported, 1 cases, 0 faults.", run.Error.Trim());
        Assert.Equal(2, run.Figures.GetProperty("events").GetInt64());
    }

    [Theory]
    [InlineData("2,0,Lunch,,2015-01-05T00:00:08Z", "Unknown activities (left out): 1", "line 3: Lunch")]
    [InlineData("2,0,Make Job Offer,,yesterday", "Timestamps that are none, or not of this world (left out): 1", "line 3: yesterday")]
    [InlineData("2,0,Make Job Offer,,2015-02-30T00:00:00Z", "Timestamps that are none", "line 3: 2015-02-30")]
    [InlineData("2,0,Make Job Offer,,9015-01-01T00:00:00Z", "Timestamps that are none", "line 3: 9015")]
    [InlineData("2,0,Make Job Offer", "Lines with another number of columns", "line 3: 3 in place of 5")]
    [InlineData(" ,0,Make Job Offer,,2015-01-05T00:00:08Z", "Lines without a usable case (left out): 1", "line 3")]
    [InlineData("2,first,Make Job Offer,,2015-01-05T00:00:08Z", "Sequence numbers that are none (left out): 1", "line 3: first")]
    [InlineData("\"2,0,Make Job Offer,,2015-01-05T00:00:08Z", "Lines that cannot be read (left out): 1", "line 3: a quoted field is never closed")]
    [InlineData(Applied, "Duplicates of an earlier line (left out): 1", "line 3: 1")]
    public async Task A_line_that_is_left_out_is_named(string line, string kind, string place)
    {
        using var run = new QuickstartRun();

        Assert.Equal(1, await run.ImportAsync(Applied, line));
        Assert.Contains(kind, run.Error, StringComparison.Ordinal);
        Assert.Contains("  " + place, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Figures.GetProperty("events").GetInt64());
    }

    [Theory]
    [InlineData("1,1,Make Job Offer,,2015-01-04T00:00:00Z", "Lines before an earlier line of their case", "line 3: 1")]
    [InlineData("1,0,Make Job Offer,,2015-01-06T00:00:00Z", "Sequence numbers used twice in a case", "line 3: 1")]
    [InlineData("1,1,Make Job Offer,HR,2015-01-06T00:00:00Z,more", "Lines with another number of columns", "line 3: 6 in place of 5")]
    [InlineData("1,1,Make Job Offer,\"two\nlines\",2015-01-06T00:00:00Z", "Resources that cannot be a name", "line 3: two·lines")]
    public async Task A_line_that_is_odd_is_named_and_goes_in(string line, string kind, string place)
    {
        using var run = new QuickstartRun();

        Assert.Equal(1, await run.ImportAsync(Applied, line));
        Assert.Contains(kind, run.Error, StringComparison.Ordinal);
        Assert.Contains("  " + place, run.Error, StringComparison.Ordinal);
        Assert.Equal(2, run.Figures.GetProperty("events").GetInt64());
    }

    [Fact]
    public async Task Where_an_activity_is_unknown_the_known_ones_and_the_option_for_others_are_named()
    {
        using var run = new QuickstartRun();

        await run.ImportAsync(Applied, "2,0,Lunch,,2015-01-05T00:00:08Z");

        Assert.Contains("--map FILE", run.Error, StringComparison.Ordinal);
        var known = run.Error.Split('\n').SkipWhile(line => !line.StartsWith("Activities that are known", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).ToList();
        var listed = File.ReadLines(Path.Combine(CandidateCrm.Fixtures.FixturePaths.RepositoryRoot, "docs", "quickstart.md"))
            .SkipWhile(line => line != "### The twelve activities").TakeWhile(line => !line.StartsWith("### What", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split(','), (_, activity) => activity.Trim(' ', '`'));
        Assert.Equal(12, known.Count);
        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Of_a_map_with_many_activities_the_first_twenty_are_named()
    {
        using var run = new QuickstartRun();
        var rules = string.Join(", ", Enumerable.Range(1, 30).Select(n => $$"""
            "Step {{n}}": { "fact": "stage" }
            """));
        await File.WriteAllTextAsync(run.PathOf("map.json"), $$"""{ "activities": { "In": { "fact": "submitted" }, {{rules}} } }""");
        await File.WriteAllTextAsync(run.PathOf("log.csv"), "case,activity,timestamp\n1,In,2015-01-05\n1,Lunch,2015-01-06\n");

        Assert.Equal(1, await run.RunAsync("import", run.PathOf("log.csv"), "--map", run.PathOf("map.json"), "--json"));
        Assert.Contains("map.json knows:", run.Error, StringComparison.Ordinal);
        Assert.Contains("  Step 19\n  and 11 more\n", run.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_twenty_of_a_kind_are_named_and_all_are_counted()
    {
        using var run = new QuickstartRun();

        Assert.Equal(1, await run.ImportAsync([Applied, .. Enumerable.Range(0, 50).Select(n => $"2,{n},Lunch,,2015-01-05T00:00:08Z")]));
        Assert.Contains("Unknown activities (left out): 50", run.Error, StringComparison.Ordinal);
        Assert.Equal(20, run.Error.Split('\n').Count(line => line.EndsWith(": Lunch", StringComparison.Ordinal)));
        Assert.Contains("and 30 more", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_timestamps_stand_in_the_order_of_the_sources_number_wherever_they_are_in_the_file()
    {
        using var run = new QuickstartRun();

        await run.ImportAsync(
            "1,2,Coding Interview,,2015-01-05T00:00:00Z",
            "1,10,Make Job Offer,,2015-01-05T00:00:00Z",
            "1,1,Hand In Job Application,,2015-01-05T00:00:00Z");

        Assert.Equal(
            ["Hand In Job Application", "Coding Interview", "Make Job Offer"],
            run.Figures.GetProperty("top_variants")[0].GetProperty("trace").EnumerateArray().Select(step => step.GetString()!));
        Assert.Equal(2, run.Figures.GetProperty("equal_timestamp_neighbours").GetInt64());
    }

    [Fact]
    public async Task Without_numbers_lines_at_one_instant_stand_as_they_come()
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", """
            timestamp,activity,case
            2015-01-05 00:00,Hand In Job Application,1
            2015-01-05 00:00,Make Job Offer,1
            2015-01-05 00:00,Coding Interview,1
            2015-01-05 00:00,Coding Interview,1
            """);

        Assert.Equal(1, await run.RunAsync("import", log, "--json"));
        Assert.Contains("line 5: 1", run.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["Hand In Job Application", "Make Job Offer", "Coding Interview"],
            run.Figures.GetProperty("top_variants")[0].GetProperty("trace").EnumerateArray().Select(step => step.GetString()!));
    }

    [Fact]
    public async Task Both_sides_of_a_list_of_cases_are_compared()
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", "case,seq,activity,resource,timestamp\n" + Applied);
        var cases = run.File("cases.csv", "case,gender\n7,x\n8,y\n");

        Assert.Equal(1, await run.RunAsync("import", log, "--cases", cases, "--json"));
        Assert.Contains("Listed cases without events: 2", run.Error, StringComparison.Ordinal);
        Assert.Contains("  line 3: 8", run.Error, StringComparison.Ordinal);
        Assert.Contains("Events of cases that are not listed (imported): 1", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("gender", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_costs_time_and_no_memory()
    {
        var garbage = new StringReader("case,activity,timestamp\n" + string.Concat(Enumerable.Range(0, 100_000).Select(n => $"{n} \"so, what;\n")));
        var faults = new ImportFaults();
        var log = new EventLog(garbage, HiringLogMap.Map, faults, Instant.FromUtc(2026, 1, 1, 0, 0));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var fact = log.Next(CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Null(fact);
        Assert.Equal((100_000, 100_000), (log.Lines, faults.Total));
        Assert.InRange(allocated, 0, 100_000);
    }
}
