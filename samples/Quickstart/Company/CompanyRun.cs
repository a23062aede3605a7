using CandidateCrm.Applications;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using NodaTime;
using Quickstart.Reports;
using Spectre.Console;

namespace Quickstart.Company;

/// <summary>Takes the company through the CRM: history by import, the last two weeks day by day, then the reports.</summary>
internal sealed class CompanyRun(IAnsiConsole console, CancellationToken cancellationToken)
{
    private static readonly Duration EveryDay = Duration.FromDays(1);
    private static readonly Duration LastWeeks = Duration.FromDays(14);
    private readonly ManualClock _clock = new(CompanyHistory.End - LastWeeks);
    private readonly TaskList _inbox = new();

    internal static async Task<int> RunAsync(Arguments arguments, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var page = arguments.Report ?? Arguments.DefaultReport;
        HtmlReport.Try(page);
        var company = new CompanyRun(console, cancellationToken);
        await using var host = new CrmHost(company._clock, company._inbox, CompanyRules.Write);
        var figures = await company.LiveAsync(host);
        new ConsoleReport(console, figures).Write();
        await new CompanySequel(host, company._clock, company._inbox, console, cancellationToken).TellAsync(figures.Overdue);
        console.WriteLine($"Report: {HtmlReport.Save(figures, page)}");
        return ExitCode.Clean;
    }

    private async Task<CrmFigures> LiveAsync(CrmHost host)
    {
        var facts = CompanyHistory.Facts();
        await ImportAsync(host, [.. facts.Where(fact => fact.OccurredAt <= _clock.GetCurrentInstant())]);
        await GoLiveAsync(host);
        await WorkAsync(host, [.. facts.Where(fact => fact.OccurredAt > _clock.GetCurrentInstant())]);

        var reader = new FiguresReader(host.Crm, cancellationToken);
        var funnel = CompanyRules.Stages.Select(stage => StageKey.From(stage.Key)).Append(StageKey.From("offer")).Append(StageKey.From("hired"));
        return await reader.WithPeopleAsync(
            await reader.ReadAsync("A company of our own making", _clock.GetCurrentInstant(), [.. funnel], NameOf),
            ScoreKey.From("engagement"));
    }

    private async Task ImportAsync(CrmHost host, HostFact[] history)
    {
        var report = await Terminal.WithBarAsync(console, "Importing", history.Length, async show => await host.Crm.ImportAsync(
            history.ToAsyncEnumerable(),
            new ImportOptions { PageSize = 500 },
            new ImportWatch(progress => show(progress.Read)),
            cancellationToken));
        cancellationToken.ThrowIfCancellationRequested();
        console.WriteLine($"Imported {Words.Count(report.Progress.Recorded)} facts about {Words.Count(CompanyHistory.Candidates)} candidates up to {Words.At(_clock.GetCurrentInstant())} UTC.");
    }

    private async Task GoLiveAsync(CrmHost host)
    {
        var rules = await host.Crm.Rules.ReadAsync(cancellationToken);
        var terms = new PublishTerms { By = CompanyRules.Lead, Why = "The history is in", Expected = rules.Position };
        await host.Crm.Rules.SetModeAsync(new FeatureMode { Mode = Mode.Live }, terms, cancellationToken);
    }

    /// <summary>Lets everyday work go on: facts come in one by one, alarms ring, tasks go out.</summary>
    private async Task WorkAsync(CrmHost host, HostFact[] facts)
    {
        int settled = 0, handedOver = 0;
        for (var evening = _clock.GetCurrentInstant() + EveryDay; evening <= CompanyHistory.End; evening += EveryDay)
        {
            foreach (var fact in facts.Where(fact => fact.OccurredAt > evening - EveryDay && fact.OccurredAt <= evening))
            {
                _clock.Set(fact.OccurredAt);
                await host.Crm.RecordAsync(fact, cancellationToken);
            }

            _clock.Set(evening);
            settled += (await host.Runner.RunDueWorkAsync(cancellationToken)).Settled;
            handedOver += (await host.Runner.DrainOutboxAsync(cancellationToken)).Done;
        }

        console.WriteLine($"Two weeks of everyday work: {Words.Count(facts.Length)} facts recorded, {Words.Count(settled)} alarms rang, {Words.Count(handedOver)} tasks handed to recruiters.");
        console.WriteLine();
    }

    /// <summary>Names a stage as the rules do; offers and ends have no stage and are named by their step.</summary>
    private static string NameOf(StageKey step) =>
        CompanyRules.Stages.FirstOrDefault(stage => stage.Key == step.Value).Name
        ?? char.ToUpperInvariant(step.Value[0]) + step.Value[1..].Replace('-', ' ');
}
