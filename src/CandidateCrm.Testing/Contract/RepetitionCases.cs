using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class RepetitionCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddReplayed(cases);
        AddClaimed(cases);
        return cases.All;
    }

    private static void AddReplayed(StoreCases cases)
    {
        cases.Add("A commit whose facts and acts are all there is replayed and writes nothing", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Act(Anna, "b"))).ConfigureAwait(false);
            var again = Change(Anna, 1, Fact(Anna, "a"), Act(Anna, "b"), Derived(Anna, "c")) with { Effects = [Want("x")], Index = [Row(Anna, 1, "y")] };
            await c.AnswersAsync(CommitStatus.Replayed, again).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a", "b").ConfigureAwait(false);
            await c.HasEffectsAsync(Anna).ConfigureAwait(false);
            await c.HasRowsAsync(Anna).ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
        });
        cases.Add("A repeated commit is replayed though its revision is stale by now", async c =>
        {
            var commit = Commit(Change(Anna, 0, Fact(Anna, "a")));
            await c.WriteAsync(commit).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.Replayed, commit).ConfigureAwait(false);
        });
        cases.Add("Personal part, delivery and time of recording do not make a repetition another event", async c =>
        {
            var first = Fact(Anna, "a") with { Personal = PersonalPart.Of("note", "first"), Batch = BatchId.From("monday"), Correlation = CorrelationId.From("one") };
            await c.WriteAsync(Change(Anna, 0, first)).ConfigureAwait(false);
            var second = Fact(Anna, "a") with { RecordedAt = Monday + Duration.FromDays(1), Source = SourceCode.From("import"), Batch = BatchId.From("tuesday") };
            await c.AnswersAsync(CommitStatus.Replayed, Change(Anna, 1, second)).ConfigureAwait(false);
            var kept = await c.ReadAsync(Anna).ConfigureAwait(false);
            c.Check.Same(first.Personal, kept[0].Personal, "the personal part");
        });
        cases.Add("An act is the same by its id alone", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Act(Anna, "a"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.Replayed, Change(Anna, 1, Act(Anna, "a", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
        });
        cases.Add("A commit without facts and acts is never a repetition", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Derived(Anna, "a"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2)).ConfigureAwait(false);
            c.Check.Same(3, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
        });
    }

    private static void AddClaimed(StoreCases cases)
    {
        cases.Add("An id that is taken by another rule part is already claimed, and named", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Anna, 1, Fact(Anna, "n"), Fact(Anna, "a", Monday + Duration.FromHours(1)))).ConfigureAwait(false);
            c.Check.Same("a", outcome.Claimed.ToString(), "the id");
            await c.HasEventsAsync(Anna, "a").ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
        });
        cases.Add("A commit of which only a part is there is already claimed", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Anna, 1, Fact(Anna, "a"), Fact(Anna, "b"))).ConfigureAwait(false);
            c.Check.Same("a", outcome.Claimed.ToString(), "the id");
            await c.HasEventsAsync(Anna, "a").ConfigureAwait(false);
        });
        cases.Add("Ids of facts and acts are unique over all candidates of a tenant", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Act(Anna, "b"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Ben, 0, Fact(Ben, "a"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Ben, 0, Fact(Ben, "b"))).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Ben).ConfigureAwait(false), "the other relationship");
        });
        cases.Add("Ids that differ only in case are two", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "A"))).ConfigureAwait(false);
        });
        cases.Add("Derived ids are unique only among the true ones of one relationship", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Derived(Anna, "d1")), Change(Ben, 0, Derived(Ben, "d1"))).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Anna, 1, Derived(Anna, "d1"))).ConfigureAwait(false);
            c.Check.Same("d1", outcome.Claimed.ToString(), "the id");
        });
    }
}
