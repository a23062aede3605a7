using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class FeedCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOrder(cases);
        AddRetractions(cases);
        AddPages(cases);
        AddCursors(cases);
        return cases.All;
    }

    private static void AddOrder(StoreCases cases)
    {
        cases.Add("A feed has facts, acts and derived events of all candidates in the order of their commits", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "c", Monday + Duration.FromHours(3)), Derived(Anna, "d"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Ben, 0, Act(Ben, "b"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "a"))).ConfigureAwait(false);
            await FeedsAsync(c, "anna c", "anna d", "ben b", "anna a").ConfigureAwait(false);
        });
        cases.Add("An event comes whole in a feed", async c =>
        {
            var written = Fact(Anna, "a") with { SourceOrder = -3, Actor = Actor.Of(PersonId.From("recruiter-7")), Batch = BatchId.From("b"), Personal = PersonalPart.Of("note", "«ä»") };
            await c.WriteAsync(Change(Anna, 0, written)).ConfigureAwait(false);
            c.Check.Same(written, (await c.ReadFeedAsync().ConfigureAwait(false)).Events[0], "the event");
        });
        cases.Add("What was not written is not in a feed, and what is repeated is there once", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.Replayed, Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Change(Anna, 0, Fact(Anna, "b"))).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.AlreadyClaimed, Change(Anna, 1, Fact(Anna, "a"), Fact(Anna, "c"))).ConfigureAwait(false);
            await FeedsAsync(c, "anna a").ConfigureAwait(false);
        });
        cases.Add("Feeds of tenants are apart", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0, Fact(AnnaElsewhere, "b"))).ConfigureAwait(false);
            await FeedsAsync(c, "anna a").ConfigureAwait(false);
            c.Check.SameList(["b"], (await c.ReadFeedAsync(tenant: Globex).ConfigureAwait(false)).Events.Select(e => e.Id.Value), "the feed elsewhere");
        });
    }

    private static void AddRetractions(StoreCases cases)
    {
        cases.Add("A derived event that stopped being true comes again, marked; before, it comes as it was", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Derived(Anna, "a"), Derived(Anna, "b"))).ConfigureAwait(false);
            var before = await c.ReadFeedAsync().ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Fact(Anna, "c")) with { Retract = [EventId.From("a"), EventId.From("never")] }).ConfigureAwait(false);
            var after = await c.ReadFeedAsync(before.Next).ConfigureAwait(false);
            c.Check.SameList(["a retracted", "c"], after.Events.Select(Marked), "after the cursor");
            c.Check.SameList(["a", "b", "a retracted", "c"], (await c.ReadFeedAsync().ConfigureAwait(false)).Events.Select(Marked), "from the beginning");
        });
        cases.Add("What a commit retracts comes before what it appends in a feed, so that a derived id may come again", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Derived(Anna, "a"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1, Derived(Anna, "a", Monday + Duration.FromHours(1))) with { Retract = [EventId.From("a")] }).ConfigureAwait(false);
            var feed = await c.ReadFeedAsync().ConfigureAwait(false);
            c.Check.SameList(["a", "a retracted", "a"], feed.Events.Select(Marked), "the feed");
            c.Check.Same(Monday + Duration.FromHours(1), feed.Events[2].OccurredAt, "the last one at");
        });
    }

    private static void AddPages(StoreCases cases)
    {
        cases.Add("Pages of a feed follow each other without gaps and without repeats", async c =>
        {
            for (var i = 0; i < 7; i++)
            {
                await c.WriteAsync(Change(Anna, i, Fact(Anna, $"a{i}"), Fact(Anna, $"b{i}"), Derived(Anna, $"c{i}"))).ConfigureAwait(false);
            }

            var read = new List<string>();
            for (var page = await c.ReadFeedAsync(max: 4).ConfigureAwait(false); page.Events.Length > 0; page = await c.ReadFeedAsync(page.Next, max: 4).ConfigureAwait(false))
            {
                c.Check.Holds(page.Events.Length == 4 || (read.Count == 20 && page.Events.Length == 1), "a full page", $"{page.Events.Length}");
                read.AddRange(page.Events.Select(e => e.Id.Value));
                c.Check.Holds(read.Count <= 21, "21 events", $"{read.Count} and more");
            }

            c.Check.SameList(Enumerable.Range(0, 7).SelectMany(i => new[] { $"a{i}", $"b{i}", $"c{i}" }), read, "the feed");
        });
        cases.Add("An empty page of a feed keeps its cursor, and what comes later follows it", async c =>
        {
            var start = await c.ReadFeedAsync().ConfigureAwait(false);
            c.Check.Same(0, start.Events.Length, "the number of events");
            c.Check.Same(null, start.Next, "the cursor");
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            var first = await c.ReadFeedAsync(start.Next).ConfigureAwait(false);
            var empty = await c.ReadFeedAsync(first.Next).ConfigureAwait(false);
            c.Check.Same(0, empty.Events.Length, "the number of events");
            c.Check.Same(first.Next, empty.Next, "the cursor");
            await c.WriteAsync(Change(Ben, 0, Fact(Ben, "b"))).ConfigureAwait(false);
            c.Check.SameList(["b"], (await c.ReadFeedAsync(empty.Next).ConfigureAwait(false)).Events.Select(e => e.Id.Value), "the next page");
        });
    }

    private static void AddCursors(StoreCases cases)
    {
        cases.Add("A cursor that the store did not make for the tenant is refused", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Fact(Anna, "b"))).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0, Fact(AnnaElsewhere, "a"), Fact(AnnaElsewhere, "b"))).ConfigureAwait(false);
            var own = (await c.ReadFeedAsync(max: 1).ConfigureAwait(false)).Next!;
            string[] foreign = [string.Empty, " ", "never-made", own + "x", own[1..], (await c.ReadFeedAsync(max: 1, tenant: Globex).ConfigureAwait(false)).Next!];
            foreach (var cursor in foreign)
            {
                await c.Check.RefusesAsync<ArgumentException>(async () => await c.ReadFeedAsync(cursor).ConfigureAwait(false), $"the cursor «{cursor}»").ConfigureAwait(false);
            }

            var nobody = TenantId.From("initech");
            await c.Check.RefusesAsync<ArgumentException>(async () => await c.ReadFeedAsync(own, tenant: nobody).ConfigureAwait(false), "a cursor for a tenant without events").ConfigureAwait(false);
        });
    }

    private static string Marked(TimelineEvent next) => next.Retracted ? $"{next.Id.Value} retracted" : next.Id.Value;

    private static async Task FeedsAsync(StoreExamination c, params string[] candidatesAndIds) =>
        c.Check.SameList(candidatesAndIds, (await c.ReadFeedAsync().ConfigureAwait(false)).Events.Select(e => $"{e.Relationship.Candidate.Value} {e.Id.Value}"), "the feed");
}
