using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Two doors, many writers, several workers, one candidate: what is on record is the replay of what was told.</summary>
public sealed class InboxConcurrencyTests
{
    private const int Writers = 8;

    [Fact]
    public async Task A_thousand_facts_on_one_candidate_through_both_doors_end_as_told_one_after_the_other_and_nobody_decides_in_vain()
    {
        var clock = new TestClock(Histories.Start + Duration.FromDays(80));
        var store = new CountingStore(new InMemoryCrmStore(clock));
        await using var node = NodeOn(store);
        var facts = Facts(1_000);
        await WriteAsync(facts, [node]);

        Assert.Equal(0, store.Conflicts);
        Assert.InRange(store.Commits, 1, 1_000);
        await EndsAsToldAsync(node, facts);
    }

    [Fact]
    public async Task Two_nodes_on_one_store_end_as_told_one_after_the_other()
    {
        var clock = new TestClock(Histories.Start + Duration.FromDays(80));
        var store = new CountingStore(new InMemoryCrmStore(clock));
        await using var one = NodeOn(store);
        await using var other = NodeOn(store);
        var facts = Facts(300);
        await WriteAsync(facts, [one, other]);

        await EndsAsToldAsync(one, facts);
        Assert.InRange(store.Conflicts, 0, 300);
    }

    [Fact]
    public async Task Eight_writers_at_the_first_door_alone_never_meet_another_revision()
    {
        var store = new CountingStore(new InMemoryCrmStore(new TestClock(Histories.Start + Duration.FromDays(80))));
        await using var node = NodeOn(store);
        var facts = Facts(200);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            foreach (var fact in facts.Where((_, i) => i % Writers == writer))
            {
                await node.Acme.RecordAsync(fact);
            }
        })));

        Assert.Equal((0, 200), (store.Conflicts, store.Commits));
        await EndsAsToldAsync(node, facts);
    }

    /// <summary>Tells every fact, some of them twice, in any order: half of the writers at each door, two workers at the inbox of each node.</summary>
    private static async Task WriteAsync(HostFact[] facts, CrmUnderTest[] nodes)
    {
        HostFact[] told = [.. facts, .. facts.Where((_, i) => i % 4 == 0)];
        new Random(17).Shuffle(told);
        using var written = new CancellationTokenSource();
        var workers = nodes.SelectMany(node => Enumerable.Range(0, 2).Select(_ => Task.Run(() => WorkAsync(node, written.Token)))).ToArray();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var acme = nodes[writer % nodes.Length].Acme;
            foreach (var some in told.Where((_, i) => i % Writers == writer).Chunk(5))
            {
                await TellAsync(acme, writer < Writers / 2, some);
            }
        })));
        await written.CancelAsync();
        await Task.WhenAll(workers);
        await nodes[0].Runner.RunInboxAsync();
    }

    private static async Task TellAsync(ITenantCrm acme, bool submits, HostFact[] facts)
    {
        if (submits)
        {
            Assert.All(await acme.SubmitAsync(facts), s => Assert.Equal(SubmitStatus.Accepted, s.Status));
            return;
        }

        foreach (var fact in facts)
        {
            Assert.Contains((await acme.RecordAsync(fact)).Status, new[] { RecordStatus.Recorded, RecordStatus.Repeated });
        }
    }

    private static async Task WorkAsync(CrmUnderTest node, CancellationToken written)
    {
        while (!written.IsCancellationRequested)
        {
            var report = await node.Runner.RunInboxAsync(CancellationToken.None);
            Assert.Equal((0, 0), (report.Failed, report.Parked));
            await Task.Delay(1, CancellationToken.None);
        }
    }

    private static async Task EndsAsToldAsync(CrmUnderTest node, HostFact[] facts)
    {
        await node.Runner.RunDueWorkAsync();
        await ReplayCheck.EqualsReplayAsync(node, Histories.Anna.Candidate);
        var onRecord = (await node.TimelineAsync()).Where(e => e.Class == EntryClass.Fact);
        Assert.Equal(facts.Select(f => $"{f.EventId} {f.OccurredAt} {f.Fact}").Order(StringComparer.Ordinal), onRecord.Select(e => $"{e.Id} {e.OccurredAt} {e.Entry}").Order(StringComparer.Ordinal));
        Assert.Empty((await node.Inbox.ClaimAsync(new InboxClaimRequest { MaxCandidates = 10 }, default)).Batches);

        await using var alone = new CrmUnderTest();
        foreach (var fact in facts.OrderBy(f => f.OccurredAt).ThenBy(f => f.SourceOrder).ThenBy(f => f.EventId.Value, StringComparer.Ordinal))
        {
            await alone.Acme.RecordAsync(fact);
        }

        await alone.Runner.RunDueWorkAsync();
        Assert.Equal(StateText.Of(Ageless(await alone.AnnaAsync())), StateText.Of(Ageless(await node.AnnaAsync())));
    }

    private static CandidateCrm.Relationships.Relationship Ageless(CandidateCrm.Relationships.Relationship anna) => anna with { Revision = 0 };

    private static CrmUnderTest NodeOn(CountingStore store) => new(more =>
    {
        more.Services.AddSingleton(store);
        more.UseStore<CountingStore>();
    });

    private static HostFact[] Facts(int count) =>
        [.. Tries.Sample(Histories.Any.Generator, 50, count)
            .SelectMany(events => events)
            .Take(count)
            .Select((e, i) => CrmUnderTest.Told(e) with { EventId = EventId.From($"e-{i}") })];
}
