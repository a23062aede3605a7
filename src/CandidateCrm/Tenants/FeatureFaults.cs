using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The features of one tenant that failed.</summary>
internal sealed class FeatureFaults(TenantId tenant, CrmStores stores, FaultRedriving redriving, JobDesk desk, IClock clock) : IFeatureFaults
{
    public async ValueTask<IReadOnlyList<FeatureFault>> ListAsync(FeatureFault? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        var query = new IndexQuery
        {
            Tenant = tenant,
            Index = IndexNames.Faults,
            After = after is null ? null : IndexRows.OfFault(after.Candidate, after.Fault),
            Max = PageSize.Checked(max, nameof(max)),
        };
        return await stores.Index.FilledPageAsync(query, rows => FaultsOfAsync(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<Redriven?> RedriveAsync(CandidateId candidate, CancellationToken cancellationToken = default)
    {
        if (await stores.Store.FindAsync(new RelationshipKey(tenant, candidate), cancellationToken).ConfigureAwait(false) is not { } before)
        {
            return null;
        }

        var after = before.Faults.IsEmpty ? before : (await redriving.RunAsync(before, clock.GetCurrentInstant(), cancellationToken).ConfigureAwait(false)).After;
        return new Redriven { Healed = [.. before.Faults.Except(after.Faults)], Left = after.Faults };
    }

    public async ValueTask<Job> RedriveAllAsync(FaultFilter faults, Actor by, string why = "", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(faults);
        if (faults.Feature is { } feature && !redriving.Features.Contains(feature, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no feature {feature}. Known are {string.Join(", ", redriving.Features)}.", nameof(faults));
        }

        var order = new JobOrder
        {
            Kind = JobKind.RedriveFaults,
            Subject = JobIds.SubjectOf(faults),
            Terms = new JobTerms { Feature = faults.Feature, Definition = faults.Definition, Code = faults.Code },
            By = by,
            Why = WhyText.Optional(why, nameof(why)),
            At = clock.GetCurrentInstant(),
            BeginsAgain = true,
        };
        return (await desk.StartAsync(tenant, JobIds.OfFaults(faults), order, cancellationToken).ConfigureAwait(false)).ToJob();
    }

    /// <summary>Returns the faults behind rows; one that is gone since the row was read is left out.</summary>
    private async ValueTask<IEnumerable<FeatureFault>> FaultsOfAsync(IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken)
    {
        var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. rows.Select(row => row.Candidate).Distinct()] };
        var loaded = (await stores.Store.LoadAsync(keys, cancellationToken).ConfigureAwait(false)).ToDictionary(r => r.Key.Candidate);
        var faults = new List<FeatureFault>(rows.Count);
        foreach (var row in rows)
        {
            var there = loaded.GetValueOrDefault(row.Candidate)?.Faults ?? [];
            faults.AddRange(there.Where(fault => IndexRows.OfFault(row.Candidate, fault) == row).Select(fault => new FeatureFault { Candidate = row.Candidate, Fault = fault }));
        }

        return faults;
    }
}
