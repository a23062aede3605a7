using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Reads the interviews of one tenant from the store.</summary>
internal sealed class InterviewsService(TenantId tenant, ICrmStore store, ICrmIndex index, TimelineReader reader, IClock clock) : IInterviews
{
    public async ValueTask<IReadOnlyList<ListedFeedback>> MissingFeedbackAsync(ListedFeedback? after = null, int max = 100, CancellationToken cancellationToken = default)
    {
        var query = new IndexQuery
        {
            Tenant = tenant,
            Index = IndexNames.MissingFeedback,
            After = after is null ? null : IndexRows.OfFeedback(after.Candidate, after.Feedback),
            Max = PageSize.Checked(max, nameof(max)),
        };
        var now = clock.GetCurrentInstant();
        return await index.FilledPageAsync(query, rows => OwedAsync(rows, now, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<ImmutableArray<Scorecard>> ScorecardsAsync(CandidateId candidate, JobApplicationId application, CancellationToken cancellationToken = default)
    {
        var key = new RelationshipKey(tenant, candidate);
        var loaded = await store.LoadAsync(new RelationshipKeys { Tenant = tenant, Candidates = [candidate] }, cancellationToken).ConfigureAwait(false);
        var known = loaded is [{ Applications: { } applications }] ? applications.Find(application) : null;
        JobApplicationId[] names = known is null ? [application] : [known.Application, .. known.Aliases];
        return ScorecardReader.Read(await reader.ReadTrueAsync(key, cancellationToken).ConfigureAwait(false), names);
    }

    /// <summary>Looks up what rows are about. Feedback that came since its row was read is owed no more.</summary>
    private async ValueTask<IEnumerable<ListedFeedback>> OwedAsync(IReadOnlyList<IndexRow> rows, Instant now, CancellationToken cancellationToken)
    {
        var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. rows.Select(row => row.Candidate).Distinct()] };
        var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        var owed = loaded.SelectMany(r => r.Applications?.MissingFeedback() ?? [], (r, missing) => (r.Key.Candidate, Missing: missing))
            .ToDictionary(each => IndexRows.OfFeedback(each.Candidate, each.Missing), each => each.Missing);
        return from row in rows
               let missing = owed.GetValueOrDefault(row)
               where missing is not null
               select new ListedFeedback { Candidate = row.Candidate, Feedback = missing, Age = Duration.Max(Duration.Zero, now - missing.Since) };
    }
}
