using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;

namespace CandidateCrm.Applications;

/// <summary>Looks up the live applications behind rows of lists.</summary>
internal static class LiveApplications
{
    internal static async ValueTask<ILookup<CandidateId, LiveApplication>> OfAsync(
        ICrmStore store, TenantId tenant, IReadOnlyList<IndexRow> rows, CancellationToken cancellationToken)
    {
        var keys = new RelationshipKeys { Tenant = tenant, Candidates = [.. rows.Select(row => row.Candidate).Distinct()] };
        var loaded = await store.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
        return loaded.SelectMany(Of).ToLookup(each => each.Candidate);
    }

    /// <summary>Says whether an application ended, and nobody told the candidate in time.</summary>
    internal static bool IsStuck(ApplicationState application) => application.Ending is { News: EndingNews.Stale };

    private static IEnumerable<LiveApplication> Of(Relationship relationship) =>
        from application in relationship.Applications?.All ?? []
        where application.IsLive || IsStuck(application)
        select new LiveApplication
        {
            Candidate = relationship.Key.Candidate,
            Application = application.Application,
            Requisition = application.Requisition,
            SubmittedAt = application.SubmittedAt,
            Stage = application.Stage,
            StageSince = application.StageSince,
            IsUntold = !application.IsLive,
            HasOffer = StandingOffer.Has(application),
        };
}
