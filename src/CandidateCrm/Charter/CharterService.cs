using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Reads what was promised from the store.</summary>
internal sealed class CharterService(TenantId tenant, TenantRules rules, PromiseScan scan, PromiseListReader lists, IClock clock) : ICharter
{
    // Nothing stands still for longer than there are instants.
    private static readonly Duration LongestAsked = Duration.FromDays(365_000);

    public IAsyncEnumerable<OverduePromise> OverdueAsync(Instant? asOf = null, CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        return asOf is { } at && at < now ? lists.ReadOverdueThenAsync(at, cancellationToken) : lists.ReadOverdueAsync(asOf ?? now, cancellationToken);
    }

    public IAsyncEnumerable<PausedPromise> PausedAsync(Duration least, CancellationToken cancellationToken = default) => lists.ReadPausedAsync(Duration.Max(Duration.Zero, Duration.Min(least, LongestAsked)), clock.GetCurrentInstant(), cancellationToken);

    public async ValueTask<ReportCard> ReportAsync(CharterQuestion? question = null, CancellationToken cancellationToken = default)
    {
        var asked = question ?? CharterQuestion.Everything;
        var at = asked.AsOf ?? clock.GetCurrentInstant();
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(at);
        var tally = new ReportCardTally(asked, inForce.Zone);
        await foreach (var record in scan.ReadAsync(at, cancellationToken).ConfigureAwait(false))
        {
            tally.Add(record);
        }

        return tally.Report(inForce.Expectations, at);
    }

    public IAsyncEnumerable<PromiseRecord> ReadPromisesAsync(Instant? asOf = null, CancellationToken cancellationToken = default) =>
        scan.ReadAsync(asOf ?? clock.GetCurrentInstant(), cancellationToken);

    public async ValueTask<PublishedReport> PublishReportAsync(PublishReportTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.To < terms.From || terms.To >= LocalDate.MaxIsoValue.PlusDays(-1) || terms.From <= LocalDate.MinIsoValue.PlusDays(1))
        {
            throw new ArgumentException("The last date of a period does not lie before the first, and both lie within the years -9998 to 9999.", nameof(terms));
        }

        var now = clock.GetCurrentInstant();
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now);
        var card = await ReportAsync(
            new CharterQuestion
            {
                AsOf = now,
                From = inForce.Zone.AtStartOfDay(terms.From).ToInstant(),
                To = inForce.Zone.AtStartOfDay(terms.To.PlusDays(1)).ToInstant(),
                By = [ReportDimension.Version],
            },
            cancellationToken).ConfigureAwait(false);
        return ReportPublisher.Publish(card, inForce.Expectations, terms, inForce.Zone);
    }

    public async ValueTask<PublicCharter> WriteDownAsync(CharterWords words, PublishedReport? report = null, RequisitionId requisition = default, CancellationToken cancellationToken = default)
    {
        var inForce = (await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).InForceAt(clock.GetCurrentInstant());
        var promised = inForce.Modes.ModeOf(FeatureCode.Charter).Mode == Mode.Off
            ? []
            : inForce.Rules.Expectations.RemoveAll(expectation => inForce.IsSuspended(new DefinitionName(DefinitionKind.Expectation, expectation.Key.Value)));
        // The clocks are those that due times are computed with.
        var zones = new ZoneTables(inForce.Rules.Zones);
        var terms = new CharterPaperTerms { Requisition = requisition, Pipeline = PipelineOf(inForce.Rules, requisition) };
        return CharterPaper.Of(promised, words, terms, calendar => inForce.Rules.Calendars.FirstOrDefault(known => known.Key == calendar) is { } known ? zones.GetZoneOrNull(known.Zone.Id) : null, report);
    }

    public async ValueTask<ImmutableArray<CharterFault>> ReviewAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetCurrentInstant();
        return CharterReview.FaultsOf((await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false)).At(now), now);
    }

    // The pipeline that has stages of its own for the opening, or else the one of applications that name none.
    private static PipelineKey PipelineOf(CrmRules rules, RequisitionId requisition) => !requisition.IsAssigned ? default
        : rules.Pipelines.FirstOrDefault(pipeline => pipeline.Overrides.Any(own => own.Requisitions.Contains(requisition)))?.Key ?? rules.Pipelines.FirstOrDefault()?.Key ?? default;
}
