namespace CandidateCrm.Docs.Quickstart;

/// <summary>Files from which nothing can be imported: one clear sentence each, and exit code 2.</summary>
public sealed class ImportFileTests
{
    [Theory]
    [InlineData("", "The event log {0} is empty.")]
    [InlineData("case;activity;timestamp\n", "The event log has no column «case»; its header is «case;activity;timestamp».")]
    [InlineData("case,activity\n1,x", "The event log has no column «timestamp»; its header is «case,activity».")]
    [InlineData("case,activity,timestamp\n", "0 lines, 0 imported, 0 cases, 0 faults.\nThe event log has a header and no line below it.")]
    [InlineData("\n\n", "The event log is empty.")]
    [InlineData("\"case,activity,timestamp\n", "The header of the event log cannot be read: a quoted field is never closed.")]
    public async Task A_file_without_events_is_one_sentence(string text, string sentence)
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", text);

        Assert.Equal(2, await run.RunAsync("import", log, "--json"));
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, sentence, log), run.Error.Trim().ReplaceLineEndings("\n"));
        Assert.Equal(string.Empty, run.Output);
    }

    [Fact]
    public async Task A_missing_file_is_one_sentence()
    {
        using var run = new QuickstartRun();

        Assert.Equal(2, await run.RunAsync("import", run.PathOf("none.csv")));
        Assert.Equal($"The event log {run.PathOf("none.csv")} does not exist.", run.Error.Trim());
    }

    [Fact]
    public async Task A_folder_and_a_binary_file_are_one_sentence()
    {
        using var run = new QuickstartRun();
        var binary = run.File("picture.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]);

        Assert.Equal(2, await run.RunAsync("import", binary));
        Assert.Equal(2, await run.RunAsync("import", run.Folder.FullName));
        Assert.StartsWith($"The event log {binary} is not a text file.", run.Error, StringComparison.Ordinal);
        Assert.Contains($"The event log {run.Folder.FullName} is a folder; a file is needed.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Garbage_is_counted_and_nothing_was_imported()
    {
        using var run = new QuickstartRun();

        Assert.Equal(2, await run.ImportAsync([.. Enumerable.Range(0, 100_000).Select(n => $"lorem,{n},\"ipsum\",dolor\u0007,sit")]));
        Assert.Contains("Unknown activities (left out): 100,000", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("Not one line could be imported.", run.Error.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u0007', run.Error);
    }

    [Fact]
    public async Task Marks_of_byte_order_and_line_ends_do_not_matter()
    {
        using var run = new QuickstartRun();
        var text = "case,activity,timestamp\r\n\r\n1,Hand In Job Application,2015-01-05\r\n1,\"Make Job Offer\",2015-01-07\r\n";
        byte[][] files = [System.Text.Encoding.UTF8.GetPreamble().Concat(System.Text.Encoding.UTF8.GetBytes(text)).ToArray(), System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes(text)).ToArray()];

        foreach (var bytes in files)
        {
            Assert.Equal(0, await run.RunAsync("import", run.File("events.csv", bytes), "--json"));
        }

        Assert.Equal(2, run.Output.Split("\"events\": 2").Length - 1);
    }

    [Fact]
    public async Task A_file_that_is_no_journal_is_refused_and_stays_as_it_is()
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", "case,activity,timestamp\n1,Hand In Job Application,2015-01-05\n");
        var letter = run.File("letter.txt", "Dear all, no line end");

        Assert.Equal(2, await run.RunAsync("import", log, "--journal", letter));
        Assert.Equal(2, await run.RunAsync("import", log, "--journal", log));
        Assert.StartsWith("Line 1 of the journal is not a fact", run.Error, StringComparison.Ordinal);
        Assert.Equal("Dear all, no line end", await File.ReadAllTextAsync(letter));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_found_before_the_import()
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", "case,activity,timestamp\n1,Hand In Job Application,2015-01-05\n");

        Assert.Equal(2, await run.RunAsync("import", log, "--report", run.PathOf("no-such-folder/page.html"), "--journal", run.PathOf("journal")));
        Assert.Equal(2, await run.RunAsync("import", log, "--report", run.Folder.FullName, "--journal", run.PathOf("journal")));
        Assert.Contains("it is a folder", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("imported", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(run.PathOf("journal")));
    }

    [Fact]
    public async Task A_trial_leaves_an_earlier_report_as_it_is_and_none_behind()
    {
        using var run = new QuickstartRun();
        var log = run.File("events.csv", "case,activity,timestamp\n");
        var earlier = run.File("page.html", "earlier");

        Assert.Equal(2, await run.RunAsync("import", log, "--report", earlier));
        Assert.Equal(2, await run.RunAsync("import", log, "--report", run.PathOf("new.html")));
        Assert.Equal("earlier", await File.ReadAllTextAsync(earlier));
        Assert.False(File.Exists(run.PathOf("new.html")));
    }

    [Theory]
    [InlineData("There is no command imprt; the only one is import.", "imprt", "events.csv")]
    [InlineData("There is no option --jsn here.", "import", "events.csv", "--jsn")]
    [InlineData("There is one event log to import; b.csv is one too many.", "import", "a.csv", "b.csv")]
    public async Task What_is_not_understood_is_named(string sentence, params string[] args)
    {
        using var run = new QuickstartRun();

        Assert.Equal(2, await run.RunAsync(args));
        Assert.StartsWith(sentence, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "a.csv", "b.csv")]
    [InlineData("import", "a.csv", "--map")]
    [InlineData("--json")]
    [InlineData("show")]
    public async Task A_command_line_that_says_nothing_known_shows_the_usage(params string[] args)
    {
        using var run = new QuickstartRun();

        Assert.Equal(2, await run.RunAsync(args));
        Assert.Contains("Usage:", run.Error, StringComparison.Ordinal);
    }
}
