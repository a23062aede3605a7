using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ClaimCases
{
    private static readonly Claim Permit = new("permit", "one");

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOnce(cases);
        AddOthers(cases);
        AddErasure(cases);
        return cases.All;
    }

    private static void AddOnce(StoreCases cases)
    {
        cases.Add("A claim that is there is already claimed, and named, and nothing of the commit is written", async c =>
        {
            await c.WriteAsync(Commit(Permit)).ConfigureAwait(false);
            var second = Commit(Change(Anna, 0, Fact(Anna, "e"))) with { Documents = [Put("a", 0)], Claims = [new Claim("permit", "two"), Permit] };
            var outcome = await c.AnswersAsync(CommitStatus.AlreadyClaimed, second).ConfigureAwait(false);
            c.Check.Same("permit/one", $"{outcome.ClaimTaken}", "the claim");
            c.Check.Same(false, outcome.Claimed.IsAssigned, "an event id named");
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
            await c.HasDocumentsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(new Claim("permit", "two"))).ConfigureAwait(false);
        });
        cases.Add("A claim is written with its commit", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0)) with { Claims = [Permit] }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(Permit)).ConfigureAwait(false);
        });
        cases.Add("A claim of a commit that met a conflict is free", async c =>
        {
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Change(Anna, 3)) with { Claims = [Permit] }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Permit)).ConfigureAwait(false);
        });
        cases.Add("A claim is the same where kind and name are, whosever it is", async c =>
        {
            await c.WriteAsync(Commit(new Claim("permit", "one", Anna.Candidate))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(new Claim("permit", "one", Ben.Candidate))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(Permit)).ConfigureAwait(false);
        });
    }

    private static void AddOthers(StoreCases cases)
    {
        cases.Add("Claims of another kind, name or spelling are others", c =>
            c.WriteAsync(Commit(Permit, new Claim("delivery", "one"), new Claim("permit", "One"), new Claim("permit", "one "), new Claim("permit.o", "ne"))));
        cases.Add("A claim of another tenant does not matter", async c =>
        {
            await c.WriteAsync(Commit(Permit)).ConfigureAwait(false);
            await c.WriteAsync(Commit(Permit) with { Tenant = Globex }).ConfigureAwait(false);
        });
        cases.Add("A commit that names a claim twice is refused and writes nothing", async c =>
        {
            await c.RefusesAsync(Commit(Permit, new Claim("permit", "one", Anna.Candidate)), "a claim twice").ConfigureAwait(false);
            await c.WriteAsync(Commit(Permit)).ConfigureAwait(false);
        });
    }

    private static void AddErasure(StoreCases cases)
    {
        cases.Add("Erasing everything of a candidate frees the candidate's claims and no others", async c =>
        {
            var claims = new[] { new Claim("a", "1", Anna.Candidate), new Claim("b", "1", Ben.Candidate), new Claim("c", "1") };
            await c.WriteAsync(Commit(Change(Anna, 0), Change(Ben, 0)) with { Claims = [.. claims] }).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(claims[0])).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.WriteAsync(Commit(claims[0])).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(claims[1])).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(claims[2])).ConfigureAwait(false);
        });
        cases.Add("Claims of a candidate without a relationship are erased as well", async c =>
        {
            var claim = new Claim("permit", "one", Anna.Candidate);
            await c.WriteAsync(Commit(claim)).ConfigureAwait(false);
            await c.EraseAsync(AnnaElsewhere, EraseScope.Everything).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Commit(claim)).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.WriteAsync(Commit(claim)).ConfigureAwait(false);
        });
    }
}
