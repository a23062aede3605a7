using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class GrowingListCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddGrowing(cases);
        AddEdges(cases);
        return cases.All;
    }

    private static void AddGrowing(StoreCases cases)
    {
        cases.Add("Rows of a list that grows stay when the rows of the state are replaced", async c =>
        {
            await c.WriteAsync(Listing(Anna, 0, Row(Anna, 1, "p")) with { AddRows = [Finding(Anna, 2, "b"), Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1) with { AddRows = [Finding(Anna, 3, "c")] }).ConfigureAwait(false);
            await c.HasFindingsAsync("a", "b", "c").ConfigureAwait(false);
            await c.HasRowsAsync(Anna).ConfigureAwait(false);
        });
        cases.Add("Rows are taken from a list that grows, and others stay", async c =>
        {
            await c.WriteAsync(Change(Anna, 0) with { AddRows = [Finding(Anna, 1, "a"), Finding(Anna, 2, "b")] }, Change(Ben, 0) with { AddRows = [Finding(Ben, 3, "c")] }).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1) with { RemoveRows = [Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.HasFindingsAsync("b", "c").ConfigureAwait(false);
        });
        cases.Add("A row that a commit takes and adds is there, and moved where its sort value is another", async c =>
        {
            await c.WriteAsync(Change(Anna, 0) with { AddRows = [Finding(Anna, 1, "a"), Finding(Anna, 2, "b")] }).ConfigureAwait(false);
            var both = Change(Anna, 1) with { RemoveRows = [Finding(Anna, 1, "a"), Finding(Anna, 2, "b")], AddRows = [Finding(Anna, 3, "a"), Finding(Anna, 2, "b")] };
            await c.WriteAsync(both).ConfigureAwait(false);
            await c.HasFindingsAsync("b", "a").ConfigureAwait(false);
        });
    }

    private static void AddEdges(StoreCases cases)
    {
        cases.Add("A row that is added twice is there once, and taking one that is not there is no error", async c =>
        {
            await c.WriteAsync(Change(Anna, 0) with { AddRows = [Finding(Anna, 1, "a"), Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1) with { AddRows = [Finding(Anna, 1, "a")], RemoveRows = [Finding(Anna, 7, "never")] }).ConfigureAwait(false);
            await c.HasFindingsAsync("a").ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2) with { RemoveRows = [Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.HasFindingsAsync().ConfigureAwait(false);
        });
        cases.Add("A conflict adds and takes no row of a list that grows", async c =>
        {
            await c.WriteAsync(Change(Anna, 0) with { AddRows = [Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 0) with { AddRows = [Finding(Anna, 2, "b")], RemoveRows = [Finding(Anna, 1, "a")] }).ConfigureAwait(false);
            await c.HasFindingsAsync("a").ConfigureAwait(false);
        });
        cases.Add("A list that grows in a commit is none of the state, and its rows are the candidate's", async c =>
        {
            await c.RefusesAsync(Commit(Listing(Anna, 0, Row(Anna, 1, "a")) with { AddRows = [Row(Anna, 2, "b")] }), "a list of both kinds").ConfigureAwait(false);
            await c.RefusesAsync(Commit(Change(Anna, 0) with { AddRows = [Finding(Ben, 1, "a")] }), "another's row").ConfigureAwait(false);
            await c.HasFindingsAsync().ConfigureAwait(false);
        });
        cases.Add("After erasing everything no list that grows has a row of the candidate", async c =>
        {
            await c.WriteAsync(Change(Anna, 0) with { AddRows = [Finding(Anna, 1, "a")] }, Change(Ben, 0) with { AddRows = [Finding(Ben, 3, "c")] }).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            await c.HasFindingsAsync("a", "c").ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.HasFindingsAsync("c").ConfigureAwait(false);
        });
    }
}
