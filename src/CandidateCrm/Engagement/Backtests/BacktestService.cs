using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Takes the samples of a back-test from the timelines of a tenant, one timeline at a time.</summary>
internal sealed class BacktestService(TenantId tenant, TenantScan scan, ICrmStore store)
{
    private const int CandidatesEach = 100;

    internal async ValueTask<BacktestReport> RunAsync(
        BacktestTerms terms, CrmRules inForce, Instant now, IProgress<BacktestProgress>? progress, CancellationToken cancellationToken)
    {
        if (terms.Models.IsEmpty && inForce.Scores.IsEmpty)
        {
            throw new ArgumentException("The rules in force have no score: give Models.", nameof(terms));
        }

        var tally = new BacktestEngine(terms.Models.IsEmpty ? inForce.Scores : terms.Models).Tally(terms.Settings);
        var samples = new SampleReader(terms, ActivationLog.Always(inForce), tally, now);
        var told = new ToldProgress(progress);
        var candidates = 0L;
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = new List<TimelineEvent>();
            await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(relationship.Key), cancellationToken).ConfigureAwait(false))
            {
                line.Add(one);
            }

            samples.Take(relationship.Key, line, cancellationToken);
            if (++candidates % CandidatesEach == 0)
            {
                told.Tell(new BacktestProgress { Candidates = candidates, Samples = tally.Samples });
            }
        }

        told.Tell(new BacktestProgress { Candidates = candidates, Samples = tally.Samples });
        return tally.Report();
    }
}
