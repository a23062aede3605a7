using System.Collections.Immutable;
using CandidateCrm;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using NodaTime;

namespace Quickstart.Reports;

/// <summary>Asks the library for the figures.</summary>
internal sealed class FiguresReader(ITenantCrm crm, CancellationToken cancellationToken)
{
    private const int Shown = 8;
    private const int Engaged = 5;

    /// <summary>Asks for what every report shows.</summary>
    internal async Task<CrmFigures> ReadAsync(string title, Instant asOf, ImmutableArray<StageKey> funnel, Func<StageKey, string> nameOf) => new()
    {
        Title = title,
        AsOf = asOf,
        NameOf = nameOf,
        Phases = await crm.Insights.CountPhasesAsync(cancellationToken),
        Insights = await crm.Insights.ReportAsync(
            new InsightsQuestion { AsOf = asOf, Funnel = new FunnelDefinition { Stages = funnel }, TopVariants = 5 },
            cancellationToken),
        Charter = await crm.Charter.ReportAsync(cancellationToken: cancellationToken),
        Overdue = [.. await crm.Charter.OverdueAsync(cancellationToken: cancellationToken).ToListAsync(cancellationToken)],
    };

    /// <summary>Asks for what is told about single candidates as well.</summary>
    internal async Task<CrmFigures> WithPeopleAsync(CrmFigures figures, ScoreKey score)
    {
        var engaged = ImmutableArray.CreateBuilder<(RankedCandidate, ScoreExplanation)>();
        foreach (var candidate in await crm.Engagement.TopAsync(score, Engaged, cancellationToken))
        {
            engaged.Add((candidate, (await crm.Engagement.ExplainAsync(candidate.Candidate, score, cancellationToken: cancellationToken))!));
        }

        // The freshest of the overdue answers to an application tells most; without one, somebody who is engaged.
        var told = figures.Overdue.Reverse().Where(one => one.Promise.Key.Subject != PromiseKey.WholeRelationship).Select(one => one.Candidate)
            .Concat(engaged.Select(one => one.Item1.Candidate)).FirstOrDefault();
        return figures with
        {
            Engaged = engaged.ToImmutable(),
            Alarms = await NextAlarmsAsync(),
            Story = told.IsAssigned ? [.. await crm.ReadTimelineAsync(told, cancellationToken: cancellationToken).ToListAsync(cancellationToken)] : [],
        };
    }

    private async Task<ImmutableArray<(CandidateId, Instant, ImmutableArray<Promise>)>> NextAlarmsAsync()
    {
        var alarms = new List<(CandidateId Candidate, Instant WakeAt, ImmutableArray<Promise> Promises)>();
        var applicants = crm.Insights.ReadPathsAsync(cancellationToken).Select(path => path.Candidate).Distinct();
        await foreach (var candidate in applicants.WithCancellation(cancellationToken))
        {
            if (await crm.FindAsync(candidate, cancellationToken: cancellationToken) is { WakeAt: { } at } relationship)
            {
                alarms.Add((candidate, at, [.. relationship.Charter?.Promises.Where(promise => promise.DueAt == at) ?? []]));
            }
        }

        return [.. alarms.OrderBy(alarm => alarm.WakeAt).ThenBy(alarm => alarm.Candidate.Value, StringComparer.Ordinal).Take(Shown)];
    }
}
