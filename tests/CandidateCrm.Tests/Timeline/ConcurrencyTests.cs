using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

public sealed class ConcurrencyTests
{
    private const int Candidates = 25;
    private const int Events = 6_000;

    // Enough where the order of arrival is not the point.
    private const int Some = 2_000;

    [Theory]
    [InlineData(4, Events)]
    [InlineData(8, Some)]
    public async Task However_many_threads_record_with_workers_between_every_relationship_is_its_replay(int threads, int events)
    {
        await using var crm = new CrmUnderTest();
        await RecordTogetherAsync(crm, crm, threads, events);
        await EverybodyEqualsReplayAsync(crm);

        var keys = crm.Tasks.Select(t => (t.Relationship, t.Key)).Concat(crm.Announced.Select(a => (a.Relationship, a.Key))).ToArray();
        Assert.Equal(keys.Distinct().Count(), keys.Length);
    }

    [Fact]
    public async Task A_store_in_which_the_last_one_wins_is_seen()
    {
        await using var crm = new CrmUnderTest(more => more.UseStore<LastOneWinsStore>());
        await using var other = crm.SecondNode(more => more.UseStore<LastOneWinsStore>());

        // What was written over may be missed at once, where the store is asked to retract it.
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await RecordTogetherAsync(crm, other, threads: 4, Some);
            await EverybodyEqualsReplayAsync(crm);
        });
        Assert.True(((LastOneWinsStore)crm.Store).Overwritten + ((LastOneWinsStore)other.Store).Overwritten > 0);
    }

    [Fact]
    public async Task On_two_nodes_conflicts_are_met_and_every_relationship_is_its_replay()
    {
        await using var crm = new CrmUnderTest(more => more.UseStore<CountingStore>());
        await using var other = crm.SecondNode(more => more.UseStore<CountingStore>());
        await RecordTogetherAsync(crm, other, threads: 4, Some);

        await EverybodyEqualsReplayAsync(crm);
        Assert.True(((CountingStore)crm.Store).Conflicts + ((CountingStore)other.Store).Conflicts > 0);
    }

    private static async Task RecordTogetherAsync(CrmUnderTest crm, CrmUnderTest other, int threads, int events)
    {
        var facts = Shuffled(Facts(events), seed: threads);
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, 2).Select(node => Task.Run(() => WorkAsync(node == 0 ? crm : other, stop.Token))).ToArray();
        var recorders = Enumerable.Range(0, threads).Select(thread => Task.Run(async () =>
        {
            for (var i = thread; i < facts.Length; i += threads)
            {
                Assert.Equal(RecordStatus.Recorded, (await (thread % 2 == 0 ? crm : other).Acme.RecordAsync(facts[i])).Status);
            }
        }));
        try
        {
            await Task.WhenAll(recorders);
        }
        finally
        {
            await stop.CancelAsync();
        }

        await Task.WhenAll(workers);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
    }

    private static async Task EverybodyEqualsReplayAsync(CrmUnderTest crm)
    {
        for (var c = 0; c < Candidates; c++)
        {
            await ReplayCheck.EqualsReplayAsync(crm, CandidateId.From($"c-{c}"));
        }
    }

    [Fact]
    public async Task Eight_threads_on_one_candidate_all_get_their_turn()
    {
        await using var crm = new CrmUnderTest();
        var facts = Shuffled([.. Facts(400).Select(f => f with { Candidate = Histories.Anna.Candidate })], seed: 1);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(async () =>
        {
            for (var i = thread; i < facts.Length; i += 8)
            {
                await crm.Acme.RecordAsync(facts[i]);
            }
        })));

        await crm.Runner.RunDueWorkAsync();
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task An_import_and_single_facts_at_the_same_time_end_in_the_replay()
    {
        await using var crm = new CrmUnderTest();
        var facts = Shuffled(Facts(Some), seed: 7);
        var half = facts.Length / 2;
        var import = Task.Run(async () => await crm.Acme.ImportAsync(facts.Take(half + 200).ToAsyncEnumerable(), new ImportOptions { PageSize = 100 }));
        var single = Task.Run(async () =>
        {
            foreach (var fact in facts.Skip(half))
            {
                await crm.Acme.RecordAsync(fact);
            }
        });
        await Task.WhenAll(import, single);
        await crm.Runner.RunDueWorkAsync();
        await EverybodyEqualsReplayAsync(crm);
    }

    private static async Task WorkAsync(CrmUnderTest crm, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await crm.Runner.RunDueWorkAsync(CancellationToken.None);
            await crm.Runner.DrainOutboxAsync(CancellationToken.None);
            await Task.Delay(1, CancellationToken.None);
        }
    }

    private static HostFact[] Facts(int count) =>
        [.. Tries.Sample(Histories.Any.Generator, 50, count)
            .SelectMany(events => events)
            .Take(count)
            .Select((e, i) => CrmUnderTest.Told(e) with { EventId = EventId.From($"e-{i}"), Candidate = CandidateId.From($"c-{i % Candidates}") })];

    private static HostFact[] Shuffled(HostFact[] facts, int seed)
    {
        var random = new Random(seed);
        random.Shuffle(facts);
        return facts;
    }
}
