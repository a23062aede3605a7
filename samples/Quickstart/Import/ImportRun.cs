using CandidateCrm.Tenants;
using NodaTime;
using Quickstart.Reports;

namespace Quickstart.Import;

/// <summary>Imports an event log and reports: faults to standard error, figures to standard output.</summary>
internal sealed class ImportRun(Arguments arguments, TextWriter output, TextWriter error)
{
    /// <summary>How many activities of a map are named where a log has others.</summary>
    private const int MostKnown = 20;

    private readonly ImportFaults _faults = new();
    private readonly TaskList _inbox = new();

    /// <summary>Gets how many lines go into one commit of the import.</summary>
    internal int PageSize { get; init; } = 5_000;

    /// <summary>Gets what hears how many facts are committed, besides the bar.</summary>
    internal Action<long>? Watch { get; init; }

    internal IClock Clock { get; init; } = SystemClock.Instance;

    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var map = arguments.Map is { } path ? MapReader.Read(LogFile.ReadAll(path, "map")) : HiringLogMap.Map;
        using var text = LogFile.Open(arguments.Events!, "event log");
        using var cases = arguments.Cases is { } list ? LogFile.Open(list, "list of cases") : null;
        if (arguments.Page is { } page)
        {
            HtmlReport.Try(page);
        }

        var log = new EventLog(text, map, _faults, Clock.GetCurrentInstant());
        using var journal = arguments.Journal is { } kept ? ImportJournal.Open(kept) : null;
        await using var host = new CrmHost(Clock, _inbox, rules => ImportRules.Write(rules, map));

        var continued = journal is null ? 0 : (await host.Crm.ImportAsync(journal.ReadAsync(), cancellationToken: cancellationToken)).Progress.Recorded;
        var report = await ImportAsync(host, new CommittedFacts(log, journal, Clock), text, cancellationToken);
        if (report.Cancelled || cancellationToken.IsCancellationRequested)
        {
            return await StoppedAsync(report);
        }

        if (cases is not null)
        {
            log.Cases.CompareWith(cases, map, _faults);
        }

        await SumUpAsync(log, map, report, continued);
        if (report.Progress.Recorded + report.Progress.Repeated == 0)
        {
            await error.WriteLineAsync(log.Lines == 0 ? "The event log has a header and no line below it." : "Not one line could be imported.");
            return ExitCode.NothingDone;
        }

        await ReportAsync(host, map, cancellationToken);
        return _faults.Total == 0 ? ExitCode.Clean : ExitCode.WithFaults;
    }

    private async Task<ImportReport> ImportAsync(CrmHost host, CommittedFacts facts, StreamReader text, CancellationToken cancellationToken)
    {
        // Bytes read say best how far a file is; the bar stands on standard error, so that --json stays alone on standard output.
        var report = await Terminal.WithBarAsync(Terminal.On(error), "Importing", text.BaseStream.Length, async show => await host.Crm.ImportAsync(
            facts.ReadAsync(cancellationToken),
            new ImportOptions { PageSize = PageSize },
            new ImportWatch(progress =>
            {
                facts.Commit(progress.Read);
                show(text.BaseStream.Position);
                Watch?.Invoke(progress.Read);
            }),
            cancellationToken));
        foreach (var refusal in report.Refusals)
        {
            _faults.Note(FaultKind.Refused, refusal.Number, $"{refusal.Event}: {refusal.Refusal.Sentence}");
        }

        _faults.Add(FaultKind.Refused, report.Progress.Refused - report.Refusals.Length);
        return report;
    }

    private async Task<int> StoppedAsync(ImportReport report)
    {
        var committed = $"Stopped after {Words.Count(report.Progress.Read)} committed facts.";
        await error.WriteLineAsync(arguments.Journal is { } journal
            ? $"{committed} They are in {journal}; the same command goes on from there."
            : $"{committed} Without --journal they lived in this process only; the next run begins anew.");
        return ExitCode.Stopped;
    }

    private async Task SumUpAsync(EventLog log, ImportMap map, ImportReport report, long continued)
    {
        await _faults.WriteAsync(error);
        if (_faults.Of(FaultKind.UnknownActivity) > 0)
        {
            await SayWhatIsKnownAsync(map);
        }

        var words = new List<string>
        {
            $"{Words.Count(log.Lines)} lines",
            $"{Words.Count(report.Progress.Recorded)} imported",
            $"{Words.Count(log.Cases.Count)} cases",
            $"{Words.Count(_faults.Total)} faults",
        };
        Add(words, continued, "continued from the journal");
        Add(words, log.Ignored, "ignored by the map");
        words.AddRange(report.Findings.Select(finding => $"{Words.Count(finding.Value)} × {finding.Key}"));
        await error.WriteLineAsync(string.Join(", ", words) + ".");
    }

    private async Task SayWhatIsKnownAsync(ImportMap map)
    {
        await error.WriteLineAsync(arguments.Map is { } path
            ? $"Activities that the map {path} knows:"
            : "Activities that are known without a map (--map FILE says what others mean, see docs/quickstart.md):");
        foreach (var rule in map.Activities.Take(MostKnown))
        {
            await error.WriteLineAsync("  " + ImportFaults.Short(rule.Activity));
        }

        if (map.Activities.Length > MostKnown)
        {
            await error.WriteLineAsync($"  and {Words.Count(map.Activities.Length - MostKnown)} more");
        }
    }

    private static void Add(List<string> words, long count, string what)
    {
        if (count > 0)
        {
            words.Add($"{Words.Count(count)} {what}");
        }
    }

    private async Task ReportAsync(CrmHost host, ImportMap map, CancellationToken cancellationToken)
    {
        await host.Runner.RunDueWorkAsync(cancellationToken);
        await host.Runner.DrainOutboxAsync(cancellationToken);
        var figures = await new FiguresReader(host.Crm, cancellationToken)
            .ReadAsync($"Imported from {Path.GetFileName(arguments.Events)}", Clock.GetCurrentInstant(), map.Funnel, map.NameOf);
        if (arguments.Json)
        {
            await output.WriteLineAsync(FiguresJson.Write(map, figures.Insights, await PathFigures.ReadAsync(host.Crm.Insights, cancellationToken)));
        }
        else
        {
            new ConsoleReport(Terminal.On(output), figures).Write();
        }

        if (arguments.Page is { } page)
        {
            await (arguments.Json ? error : output).WriteLineAsync($"Report: {HtmlReport.Save(figures, page)}");
        }
    }
}
