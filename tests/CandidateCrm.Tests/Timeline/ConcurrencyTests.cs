using CandidateCrm.Candidates;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Timeline;

public sealed class ConcurrencyTests
{
    private const int Candidates = 25;
    private const int Events = 2_000;

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public async Task However_many_threads_record_with_workers_between_every_relationship_is_its_replay(int threads)
    {
        await using var crm = new CrmUnderTest();
        var facts = Shuffled(Facts(), seed: threads);
        using var stop = new CancellationTokenSource();
        var workers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => WorkAsync(crm, stop.Token))).ToArray();
        var recorders = Enumerable.Range(0, threads).Select(thread => Task.Run(async () =>
        {
            for (var i = thread; i < facts.Length; i += threads)
            {
                Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(facts[i])).Status);
            }
        }));
        await Task.WhenAll(recorders);
        await stop.CancelAsync();
        await Task.WhenAll(workers);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        for (var c = 0; c < Candidates; c++)
        {
            await ReplayCheck.EqualsReplayAsync(crm, CandidateId.From($"c-{c}"));
        }

        var keys = crm.Tasks.Select(t => (t.Relationship, t.Key)).Concat(crm.Announced.Select(a => (a.Relationship, a.Key))).ToArray();
        Assert.Equal(keys.Distinct().Count(), keys.Length);
    }

    [Fact]
    public async Task Eight_threads_on_one_candidate_all_get_their_turn()
    {
        await using var crm = new CrmUnderTest();
        var facts = Shuffled([.. Facts().Take(400).Select(f => f with { Candidate = Histories.Anna.Candidate })], seed: 1);
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
        var facts = Shuffled(Facts(), seed: 7);
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

        for (var c = 0; c < Candidates; c++)
        {
            await ReplayCheck.EqualsReplayAsync(crm, CandidateId.From($"c-{c}"));
        }
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

    private static HostFact[] Facts() =>
        [.. Histories.Any.Generator.Sample(50, Events)
            .SelectMany(events => events)
            .Take(Events)
            .Select((e, i) => CrmUnderTest.Told(e) with { EventId = EventId.From($"e-{i}"), Candidate = CandidateId.From($"c-{i % Candidates}") })];

    private static HostFact[] Shuffled(HostFact[] facts, int seed)
    {
        var random = new Random(seed);
        random.Shuffle(facts);
        return facts;
    }
}
