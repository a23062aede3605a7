using System.Collections.Concurrent;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ConcurrencyCases
{
    private const int Writers = 8;
    private const int Commits = 25;

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddWriters(cases);
        AddClaimers(cases);
        AddFeeds(cases);
        return cases.All;
    }

    private static void AddWriters(StoreCases cases)
    {
        cases.Add("Eight writers on one relationship: each accepted revision once, and no event lost", async c =>
        {
            var accepted = new ConcurrentBag<long>();
            await AtOnceAsync(writer => WriteManyAsync(c, writer, accepted)).ConfigureAwait(false);
            c.Check.SameList(Enumerable.Range(1, Writers * Commits).Select(i => $"{i}"), accepted.Order().Select(r => $"{r}"), "revisions");
            c.Check.Same(Writers * Commits, (await c.ReadAsync(Anna).ConfigureAwait(false)).Count, "the number of events");
            c.Check.Same(Writers * Commits, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the last revision");
        });
        cases.Add("Eight writers with the same event: it is written once", async c =>
        {
            var outcomes = new ConcurrentBag<CommitStatus>();
            await AtOnceAsync(async _ => outcomes.Add((await c.Store.CommitAsync(Commit(Change(Anna, 0, Fact(Anna, "a"))), CancellationToken.None).ConfigureAwait(false)).Status)).ConfigureAwait(false);
            c.Check.Same(1, outcomes.Count(s => s == CommitStatus.Committed), "the number of commits that were written");
            c.Check.Same(Writers - 1, outcomes.Count(s => s == CommitStatus.Replayed), "the number of repetitions");
        });
        cases.Add("Eight writers over pairs of relationships: both of a pair or none", async c =>
        {
            await c.WriteAsync(Change(Anna, 0), Change(Ben, 0)).ConfigureAwait(false);
            await AtOnceAsync(writer => WritePairsAsync(c, writer)).ConfigureAwait(false);
            var anna = (await c.ReadAsync(Anna).ConfigureAwait(false)).Select(e => e.Id.Value[1..]);
            var ben = (await c.ReadAsync(Ben).ConfigureAwait(false)).Select(e => e.Id.Value[1..]);
            c.Check.SameList(anna, ben, "the same pairs");
        });
    }

    private static void AddClaimers(StoreCases cases)
    {
        cases.Add("Eight claimers never get the same alarm", async c =>
        {
            var keys = Enumerable.Range(0, 64).Select(i => Key($"many-{i}")).ToArray();
            await c.WriteAsync([.. keys.Select(k => Waking(k, 0, c.Now))]).ConfigureAwait(false);
            var claimed = new ConcurrentBag<string>();
            await AtOnceAsync(async _ => await DrainAsync(async () => (await c.ClaimAlarmsAsync(3).ConfigureAwait(false)).Select(l => l.Relationship.Candidate.Value), claimed).ConfigureAwait(false)).ConfigureAwait(false);
            c.Check.SameList(keys.Select(k => k.Candidate.Value).Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal), "each alarm once");
        });
        cases.Add("Eight claimers never get the same effect", async c =>
        {
            var keys = Enumerable.Range(0, 64).Select(i => Key($"many-{i}")).ToArray();
            await c.WriteAsync([.. keys.Select(k => Wanting(k, 0, Want("x")))]).ConfigureAwait(false);
            var claimed = new ConcurrentBag<string>();
            await AtOnceAsync(async _ => await DrainAsync(async () => (await c.ClaimEffectsAsync(3).ConfigureAwait(false)).Select(e => e.Record.Relationship.Candidate.Value), claimed).ConfigureAwait(false)).ConfigureAwait(false);
            c.Check.SameList(keys.Select(k => k.Candidate.Value).Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal), "each effect once");
        });
    }

    private static void AddFeeds(StoreCases cases)
    {
        cases.Add("Eight claimers never get the same document", async c =>
        {
            var names = Enumerable.Range(0, 64).Select(i => $"many-{i}").ToArray();
            await c.WriteAsync(Commit([.. names.Select(n => Put(n, 0, c.Now))])).ConfigureAwait(false);
            var claimed = new ConcurrentBag<string>();
            await AtOnceAsync(async _ => await DrainAsync(async () => (await c.ClaimDocumentsAsync(3).ConfigureAwait(false)).Select(d => d.Document.Key.Name), claimed).ConfigureAwait(false)).ConfigureAwait(false);
            c.Check.SameList(names.Order(StringComparer.Ordinal), claimed.Order(StringComparer.Ordinal), "each document once");
        });
        cases.Add("Eight writers while somebody reads the feed: each event once, and of each candidate in order", async c =>
        {
            var writing = AtOnceAsync(writer => WriteOwnAsync(c, Key($"writer-{writer}")));
            var read = new List<string>();
            for (string? cursor = null; read.Count < Writers * Commits;)
            {
                var isLast = writing.IsCompleted;
                var page = await c.ReadFeedAsync(cursor, max: 7).ConfigureAwait(false);
                cursor = page.Next;
                read.AddRange(page.Events.Select(e => e.Id.Value));
                c.Check.Holds(!isLast || page.Events.Length > 0, $"{Writers * Commits} events", $"{read.Count}, and then no more");
            }

            await writing.ConfigureAwait(false);
            var own = read.GroupBy(id => id.Split('/')[0], StringComparer.Ordinal).ToArray();
            c.Check.Same(Writers, own.Length, "the number of candidates");
            foreach (var ids in own)
            {
                c.Check.SameList(Enumerable.Range(0, Commits).Select(i => $"{ids.Key}/{i}"), ids, "the events of one candidate");
            }
        });
    }

    private static async Task WriteOwnAsync(StoreExamination c, RelationshipKey key)
    {
        for (var i = 0; i < Commits; i++)
        {
            await c.WriteAsync(Change(key, i, Fact(key, $"{key.Candidate.Value}/{i}"))).ConfigureAwait(false);
        }
    }

    private static Task AtOnceAsync(Func<int, Task> work) => Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => work(i))));

    private static async Task WriteManyAsync(StoreExamination c, int writer, ConcurrentBag<long> accepted)
    {
        for (var i = 0; i < Commits;)
        {
            var revision = await c.RevisionOfAsync(Anna).ConfigureAwait(false);
            var outcome = await c.Store.CommitAsync(Commit(Change(Anna, revision, Fact(Anna, $"{writer}-{i}"))), CancellationToken.None).ConfigureAwait(false);
            if (outcome.Status == CommitStatus.Committed)
            {
                accepted.Add(revision + 1);
                i++;
            }
        }
    }

    private static async Task WritePairsAsync(StoreExamination c, int writer)
    {
        for (var i = 0; i < Commits; i++)
        {
            var anna = await c.RevisionOfAsync(Anna).ConfigureAwait(false);
            var ben = await c.RevisionOfAsync(Ben).ConfigureAwait(false);
            var commit = Commit(Change(Anna, anna, Fact(Anna, $"a{writer}-{i}")), Change(Ben, ben, Fact(Ben, $"b{writer}-{i}")));
            await c.Store.CommitAsync(commit, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static async Task DrainAsync(Func<Task<IEnumerable<string>>> claim, ConcurrentBag<string> claimed)
    {
        while (true)
        {
            string[] some = [.. await claim().ConfigureAwait(false)];
            if (some.Length == 0)
            {
                return;
            }

            Array.ForEach(some, claimed.Add);
        }
    }
}
