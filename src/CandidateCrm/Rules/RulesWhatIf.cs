using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Replays the past of a sample under the tenant's own log and under other rules, as if those had always been in force. Nothing is written.
/// Acts are left out on both sides: what our own effects brought about belongs to the rules that wanted them.
/// </summary>
internal sealed class RulesWhatIf(ICrmStore store, ICrmIndex index, TenantRules rules, RelationshipEngine engine, IClock clock)
{
    internal async ValueTask<WhatIfReport> RunAsync(TenantId tenant, CrmRules draft, Sample sample, CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var other = ActivationLog.Of([new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = draft, Modes = log.InForceAt(clock.GetCurrentInstant()).Modes }]);
        var tally = new WhatIfTally(clock.GetCurrentInstant());
        foreach (var candidate in await SampledAsync(tenant, sample, cancellationToken).ConfigureAwait(false))
        {
            var key = new RelationshipKey(tenant, candidate);
            var facts = await FactsAsync(key, cancellationToken).ConfigureAwait(false);
            tally.Add(engine.Replay(key, facts, log, tally.Until), engine.Replay(key, facts, other, tally.Until));
        }

        return tally.Report();
    }

    private async ValueTask<List<TimelineEvent>> FactsAsync(RelationshipKey key, CancellationToken cancellationToken)
    {
        var facts = new List<TimelineEvent>();
        await foreach (var one in store.ReadTimelineAsync(TimelineQuery.Of(key), cancellationToken).ConfigureAwait(false))
        {
            if (one.Class == EntryClass.Fact)
            {
                facts.Add(one);
            }
        }

        return facts;
    }

    /// <summary>Takes the candidates with the smallest hashes: the same ones each time, and a larger sample holds the smaller one.</summary>
    private async ValueTask<IEnumerable<CandidateId>> SampledAsync(TenantId tenant, Sample sample, CancellationToken cancellationToken)
    {
        var taken = new PriorityQueue<CandidateId, ulong>();
        var query = new IndexQuery { Tenant = tenant, Index = IndexNames.Candidates };
        await foreach (var page in index.PagesAsync(query, cancellationToken).ConfigureAwait(false))
        {
            foreach (var row in page)
            {
                // The queue gives the smallest first, so it is the complement that counts: the largest hash goes.
                taken.Enqueue(row.Candidate, ~StableHash.Of(row.Candidate.Value));
                if (taken.Count > sample.Size)
                {
                    taken.Dequeue();
                }
            }
        }

        return taken.UnorderedItems.Select(item => item.Element).OrderBy(candidate => candidate.Value, StringComparer.Ordinal);
    }
}
