using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class RevisionCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddRevisions(cases);
        AddConflicts(cases);
        AddWhole(cases);
        AddRules(cases);
        return cases.All;
    }

    private static void AddRevisions(StoreCases cases)
    {
        cases.Add("A written relationship has the expected revision plus one, whatever it said itself", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the first revision");
            var change = Change(Anna, 1);
            await c.WriteAsync(change with { Next = change.Next with { Revision = 17 } }).ConfigureAwait(false);
            c.Check.Same(2, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the second revision");
        });
        cases.Add("A stale revision is a conflict that names the candidate", async c =>
        {
            await c.WriteAsync(Change(Anna, 0), Change(Ben, 0)).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1)).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 1), Change(Ben, 1)).ConfigureAwait(false);
            c.Check.SameList(["anna"], outcome.Conflicts.Select(k => k.Value), "conflicts");
        });
        cases.Add("A conflict names every candidate that changed", async c =>
        {
            await c.WriteAsync(Change(Anna, 0), Change(Ben, 0), Change(Cleo, 0)).ConfigureAwait(false);
            var outcome = await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 0), Change(Ben, 1), Change(Cleo, 0)).ConfigureAwait(false);
            c.Check.SameList(["anna", "cleo"], outcome.Conflicts.Select(k => k.Value).Order(StringComparer.Ordinal), "conflicts");
        });
        cases.Add("A relationship that is there is not new, and one that is not there has no revision", async c =>
        {
            await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 1)).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 0)).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 2)).ConfigureAwait(false);
        });
    }

    private static void AddConflicts(StoreCases cases)
    {
        cases.Add("A conflict writes no event", async c =>
        {
            await WriteStaleAsync(c).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a").ConfigureAwait(false);
            c.Check.Same(0, (await c.ReadAsync(TimelineQuery.Of(Acme, Timeline.EventId.From("b"))).ConfigureAwait(false)).Count, "the number of events by the id");
        });
        cases.Add("A conflict writes no effect", async c =>
        {
            await WriteStaleAsync(c).ConfigureAwait(false);
            await c.HasEffectsAsync(Anna).ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
        cases.Add("A conflict writes no row", async c =>
        {
            await WriteStaleAsync(c).ConfigureAwait(false);
            await c.HasRowsAsync(Anna, "before").ConfigureAwait(false);
        });
        cases.Add("A conflict moves no alarm", async c =>
        {
            await WriteStaleAsync(c).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
        });
        cases.Add("A conflict changes no state", async c =>
        {
            await WriteStaleAsync(c).ConfigureAwait(false);
            var state = await c.LoadAsync(Anna).ConfigureAwait(false);
            c.Check.Same(1, state!.Revision, "the revision");
            c.Check.Same(null, state.WakeAt, "the alarm");
        });
    }

    private static void AddWhole(StoreCases cases)
    {
        cases.Add("A commit over several relationships writes all of them", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a")), Wanting(Ben, 0, Want("x")), Listing(Cleo, 0, Row(Cleo, 1, "y"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a").ConfigureAwait(false);
            await c.HasEffectsAsync(Ben, "x Pending").ConfigureAwait(false);
            await c.HasRowsAsync(Cleo, "y").ConfigureAwait(false);
        });
        cases.Add("A conflict of one relationship writes none of the commit", async c =>
        {
            await c.WriteAsync(Change(Cleo, 0)).ConfigureAwait(false);
            var changes = new[] { Change(Anna, 0, Fact(Anna, "a")), Wanting(Ben, 0, Want("x")), Listing(Cleo, 0, Row(Cleo, 1, "y")) };
            await c.AnswersAsync(CommitStatus.RevisionConflict, changes).ConfigureAwait(false);
            await WroteNothingAsync(c).ConfigureAwait(false);
        });
        cases.Add("A taken id of one relationship writes none of the commit", async c =>
        {
            await c.WriteAsync(Change(Cleo, 0, Fact(Cleo, "taken"))).ConfigureAwait(false);
            var changes = new[] { Change(Anna, 0, Fact(Anna, "a")), Wanting(Ben, 0, Want("x")), Change(Cleo, 1, Act(Cleo, "taken")) };
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, changes).ConfigureAwait(false);
            await WroteNothingAsync(c).ConfigureAwait(false);
        });
        cases.Add("A commit of 64 relationships is written", async c =>
        {
            var keys = Enumerable.Range(0, CrmCommit.MostRelationships).Select(i => Key($"many-{i}")).ToArray();
            await c.WriteAsync([.. keys.Select(k => Change(k, 0))]).ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(keys[^1]).ConfigureAwait(false), "the revision of the last");
        });
    }

    private static void AddRules(StoreCases cases)
    {
        cases.Add("A commit under older rules than the newest known of its tenant writes nothing", async c =>
        {
            await c.WriteAsync(Commit(Change(Ben, 0)) with { RulesPosition = 5 }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RulesChanged, Commit(Change(Anna, 0, Fact(Anna, "a"))) with { RulesPosition = 4 }).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
        });
        cases.Add("A commit under the newest rules or newer ones is written", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 5 }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 1)) with { RulesPosition = 5 }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 2)) with { RulesPosition = 6 }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RulesChanged, Commit(Change(Anna, 3)) with { RulesPosition = 5 }).ConfigureAwait(false);
        });
        cases.Add("Newer rules of another tenant do not matter", async c =>
        {
            await c.WriteAsync(Commit(Change(AnnaElsewhere, 0)) with { RulesPosition = 9 }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 1 }).ConfigureAwait(false);
        });
    }

    private static async Task WriteStaleAsync(StoreExamination c)
    {
        await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a")) with { Index = [Row(Anna, 1, "before")] }).ConfigureAwait(false);
        var stale = Waking(Anna, 0, c.Now - Duration.FromHours(1), Fact(Anna, "b")) with { Effects = [Want("x")], Index = [Row(Anna, 1, "after")] };
        await c.AnswersAsync(CommitStatus.RevisionConflict, stale).ConfigureAwait(false);
    }

    private static async Task WroteNothingAsync(StoreExamination c)
    {
        await c.HasEventsAsync(Anna).ConfigureAwait(false);
        await c.HasEffectsAsync(Ben).ConfigureAwait(false);
        c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the first relationship");
        c.Check.Same(null, await c.LoadAsync(Ben).ConfigureAwait(false), "the second relationship");
        c.Check.Same(1, await c.RevisionOfAsync(Cleo).ConfigureAwait(false), "the revision of the third");
        await c.HasRowsAsync(Cleo).ConfigureAwait(false);
    }
}
