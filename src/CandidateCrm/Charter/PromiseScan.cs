using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Reads the promises of all candidates of a tenant, one candidate after the other, by folding each timeline up to an instant.</summary>
internal sealed class PromiseScan(TenantId tenant, TenantRules rules, TenantScan scan, TimelineReader reader, RelationshipEngine engine)
{
    /// <summary>Reads every promise once, with where it stands at an instant.</summary>
    internal async IAsyncEnumerable<PromiseRecord> ReadAsync(Instant at, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        await foreach (var relationship in scan.ReadAsync(tenant, cancellationToken).ConfigureAwait(false))
        {
            var told = await reader.ReadAsync(relationship.Key, at, cancellationToken).ConfigureAwait(false);
            if (told.Count > 0)
            {
                var records = new PromiseRecordReader(relationship.Key.Candidate);
                var end = engine.Observed(relationship.Key, told, log, at, records).Next;
                foreach (var record in records.Standing(end.Charter, end.Applications))
                {
                    yield return record;
                }
            }
        }
    }
}
