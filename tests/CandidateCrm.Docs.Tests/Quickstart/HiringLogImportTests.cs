using System.Text.Json;
using CandidateCrm.Fixtures;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>A hiring log goes through the sample from the command line, and every figure is the one that others computed.</summary>
public sealed class HiringLogImportTests
{
    /// <summary>These need the protected columns of the list of cases, which the sample does not read.</summary>
    private static readonly string[] NotRead = ["selection_rate_protected", "adverse_impact_ratio"];

    [FixtureFact("hiring-log/expected.json")]
    public async Task Every_figure_agrees()
    {
        using var run = new QuickstartRun();
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(FixturePaths.Of("hiring-log/expected.json")));

        var exit = await run.RunAsync("import", FixturePaths.Of("hiring-log/events.csv"), "--cases", FixturePaths.Of("hiring-log/cases.csv"), "--json");

        Assert.Equal(0, exit);
        Assert.Equal([], Differences("", expected.RootElement, run.Figures));
    }

    [FixtureFact("hiring-log/expected.json")]
    public async Task Stopped_in_the_middle_it_goes_on_from_the_journal_to_the_same_figures()
    {
        using var whole = new QuickstartRun();
        using var halves = new QuickstartRun();
        string[] import = ["import", FixturePaths.Of("hiring-log/events.csv"), "--json"];
        string[] journaled = [.. import, "--journal", halves.PathOf("journal.jsonl")];

        var stopped = await halves.StopAfterAsync(2_000, journaled);
        var nothingShown = halves.Output;
        var kept = File.ReadAllLines(halves.PathOf("journal.jsonl")).Length;
        var finished = await halves.RunAsync(journaled);

        Assert.Equal((130, "", 2_000, 0), (stopped, nothingShown, kept, finished));
        Assert.Contains("2,000 continued from the journal", halves.Error, StringComparison.Ordinal);
        Assert.Equal(0, await whole.RunAsync(import));
        Assert.Equal(whole.Output, halves.Output);
        Assert.Equal(6_437, File.ReadAllLines(halves.PathOf("journal.jsonl")).Length);
    }

    [FixtureFact("hiring-log/expected.json")]
    public async Task A_journal_whose_last_line_was_cut_off_loses_only_that_line()
    {
        using var run = new QuickstartRun();
        string[] import = ["import", FixturePaths.Of("hiring-log/events.csv"), "--json", "--journal", run.PathOf("journal.jsonl")];
        await run.StopAfterAsync(1_000, import);
        var bytes = await File.ReadAllBytesAsync(run.PathOf("journal.jsonl"));
        await File.WriteAllBytesAsync(run.PathOf("journal.jsonl"), bytes[..^30]);

        Assert.Equal(0, await run.RunAsync(import));
        Assert.Contains("999 continued from the journal", run.Error, StringComparison.Ordinal);
        Assert.Equal(6_437, run.Figures.GetProperty("events").GetInt64());
        Assert.Equal(6_437, File.ReadAllLines(run.PathOf("journal.jsonl")).Distinct(StringComparer.Ordinal).Count());
    }

    [FixtureFact("hiring-log/expected.json")]
    public async Task Stopped_without_a_journal_it_says_that_nothing_is_left()
    {
        using var run = new QuickstartRun();

        Assert.Equal(130, await run.StopAfterAsync(500, "import", FixturePaths.Of("hiring-log/events.csv")));
        Assert.Contains("Stopped after 500 committed facts. Without --journal", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Differences(string path, JsonElement expected, JsonElement actual) => (expected.ValueKind, actual.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => ObjectDifferences(path, expected, actual),
        (JsonValueKind.Array, JsonValueKind.Array) when expected.GetArrayLength() == actual.GetArrayLength() =>
            expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, at) => Differences($"{path}[{at}]", pair.First, pair.Second)),
        (JsonValueKind.Number, JsonValueKind.Number) when Near(expected, actual) => [],
        (JsonValueKind.String, JsonValueKind.String) when expected.GetString() == actual.GetString() => [],
        _ => [$"{path}: {expected} but {actual}"],
    };

    private static IEnumerable<string> ObjectDifferences(string path, JsonElement expected, JsonElement actual)
    {
        var names = expected.EnumerateObject().Select(one => one.Name).Except(NotRead).ToHashSet();
        foreach (var name in names.Union(actual.EnumerateObject().Select(one => one.Name)))
        {
            var differences = names.Contains(name) && actual.TryGetProperty(name, out var value)
                ? Differences($"{path}/{name}", expected.GetProperty(name), value)
                : [$"{path}/{name} is on one side only"];
            foreach (var difference in differences)
            {
                yield return difference;
            }
        }
    }

    /// <summary>Counts are equal; hours agree to half of their third decimal, shares to half of their sixth.</summary>
    private static bool Near(JsonElement expected, JsonElement actual)
    {
        var (wanted, got) = (expected.GetDecimal(), actual.GetDecimal());
        var tolerance = wanted.Scale switch { 0 => 0m, <= 3 => 0.0005m, _ => 0.0000005m };
        return Math.Abs(wanted - got) <= tolerance;
    }
}
