using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class LoadingCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        cases.Add("Relationships come in the order asked", async c =>
        {
            await c.WriteAsync(Change(Anna, 0), Change(Ben, 0), Change(Cleo, 0)).ConfigureAwait(false);
            await LoadsAsync(c, ["cleo", "anna", "ben"], ["cleo", "anna", "ben"]).ConfigureAwait(false);
        });
        cases.Add("Missing relationships are absent", async c =>
        {
            await c.WriteAsync(Change(Ben, 0)).ConfigureAwait(false);
            await LoadsAsync(c, ["anna", "ben", "cleo"], ["ben"]).ConfigureAwait(false);
        });
        cases.Add("A relationship of another tenant is never loaded", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(AnnaElsewhere).ConfigureAwait(false), "of another tenant");
        });
        cases.Add("Two tenants keep a candidate of the same id apart", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0)).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 1)).ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
            c.Check.Same(2, await c.RevisionOfAsync(AnnaElsewhere).ConfigureAwait(false), "the revision elsewhere");
        });
        cases.Add("What was loaded does not change afterwards", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            var before = await c.LoadAsync(Anna).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1)).ConfigureAwait(false);
            c.Check.Same(1, before!.Revision, "the revision that was loaded");
        });
        cases.Add("A relationship of another tenant in a commit is refused", async c =>
        {
            var commit = Commit(Change(Anna, 0), Change(AnnaElsewhere, 0));
            await c.Check.RefusesAsync<ArgumentException>(async () => await c.Store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false), "another tenant").ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "beside it");
        });
        return cases.All;
    }

    private static async Task LoadsAsync(StoreExamination c, string[] asked, string[] expected)
    {
        var keys = new RelationshipKeys { Tenant = Acme, Candidates = [.. asked.Select(CandidateId.From)] };
        var loaded = await c.Store.LoadAsync(keys, CancellationToken.None).ConfigureAwait(false);
        c.Check.SameList(expected, loaded.Select(r => r.Key.Candidate.Value), "relationships");
    }
}
