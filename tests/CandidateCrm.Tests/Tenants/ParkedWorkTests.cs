using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

public sealed class ParkedWorkTests
{
    private static readonly Actor Operator = Actor.Of(PersonId.From("operator-1"));

    [Fact]
    public async Task An_effect_that_is_dropped_is_skipped_by_an_act_that_says_who_and_why()
    {
        await using var crm = await WithParkedEffectsAsync("anna");
        var row = Assert.Single(await crm.Acme.Parked.ListAsync());
        Assert.Equal((ParkedQueue.Outbox, Histories.Anna, 1, "InvalidTimeZoneException"), (row.Queue, row.Relationship, row.Attempts, row.LastError));
        crm.OnAnnounced = null;
        Assert.True(await crm.Acme.Parked.DropAsync(row, Operator));

        var act = Assert.Single(await crm.TimelineAsync(), e => e.Class == EntryClass.Act);
        var skipped = Assert.IsType<EffectSkipped>(act.Entry);
        Assert.Equal((Operator, "effect.dropped", row.Item), (act.Actor, skipped.Reason, skipped.Effect.ToString()));
        Assert.Equal([EffectState.Skipped, EffectState.Pending], (await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default)).Select(e => e.State));
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Done);
    }

    [Fact]
    public async Task What_was_dropped_is_dropped_once_and_stays_dropped()
    {
        await using var crm = await WithParkedEffectsAsync("anna");
        var row = Assert.Single(await crm.Acme.Parked.ListAsync());
        Assert.True(await crm.Acme.Parked.DropAsync(row, Operator));
        Assert.False(await crm.Acme.Parked.DropAsync(row, Operator));
        Assert.False(await crm.Acme.Parked.RedriveAsync(row));

        Assert.Single(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
        Assert.Empty(await crm.Acme.Parked.ListAsync());
    }

    [Fact]
    public async Task An_effect_that_was_redriven_and_handed_over_is_not_dropped()
    {
        await using var crm = await WithParkedEffectsAsync("anna");
        var row = Assert.Single(await crm.Acme.Parked.ListAsync());
        crm.OnAnnounced = null;
        Assert.True(await crm.Acme.Parked.RedriveAsync(row));
        Assert.Equal(2, (await crm.Runner.DrainOutboxAsync()).Done);

        Assert.False(await crm.Acme.Parked.DropAsync(row, Operator));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
    }

    [Fact]
    public async Task An_effect_that_is_handed_over_while_it_is_dropped_stays_handed_over()
    {
        var clock = new TestClock(Histories.Start);
        var store = new MeanwhileStore(clock);
        await using var crm = await WithParkedEffectsAsync(store, "anna");
        await using var other = On(store);
        var row = Assert.Single(await crm.Acme.Parked.ListAsync());
        store.AfterEffects = async () =>
        {
            Assert.True(await other.Acme.Parked.RedriveAsync(row));
            Assert.Equal(2, (await other.Runner.DrainOutboxAsync()).Done);
        };

        Assert.False(await crm.Acme.Parked.DropAsync(row, Operator));
        Assert.All(await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default), e => Assert.Equal(EffectState.Done, e.State));
    }

    [Fact]
    public async Task Rows_come_in_pages_of_both_queues()
    {
        await using var crm = await WithParkedEffectsAsync("c", "a", "b");
        await ParkFactsAsync(crm, "b");
        await ParkFactsAsync(crm, "a");
        var read = new List<string>();
        for (var page = await crm.Acme.Parked.ListAsync(max: 2); page.Count > 0; page = await crm.Acme.Parked.ListAsync(page[^1], 2))
        {
            read.AddRange(page.Select(r => $"{r.Queue} {r.Relationship.Candidate}"));
        }

        Assert.Equal(["Inbox a", "Inbox b", "Outbox a", "Outbox b", "Outbox c"], read);
    }

    [Fact]
    public async Task Parked_facts_are_redriven_with_those_that_came_behind_them_or_dropped_with_them()
    {
        await using var crm = await WithParkedEffectsAsync();
        await ParkFactsAsync(crm, "a");
        await ParkFactsAsync(crm, "b");
        await crm.Acme.SubmitAsync([Found("a", "later"), Found("b", "later")]);
        Assert.Equal(0, (await crm.Runner.RunInboxAsync()).Batches);
        var rows = await crm.Acme.Parked.ListAsync();
        Assert.True(await crm.Acme.Parked.RedriveAsync(rows[0]));
        Assert.True(await crm.Acme.Parked.DropAsync(rows[1], Operator));

        Assert.Equal((1, 2), ((await crm.Runner.RunInboxAsync()).Batches, (await crm.TimelineAsync(CandidateId.From("a"))).Count(e => e.Class == EntryClass.Fact)));
        Assert.Null(await crm.Acme.FindAsync(CandidateId.From("b")));
        Assert.Empty(await crm.Acme.Parked.ListAsync());
    }

    [Fact]
    public async Task A_row_of_another_tenant_is_a_mistake()
    {
        await using var crm = await WithParkedEffectsAsync("anna");
        var row = Assert.Single(await crm.Acme.Parked.ListAsync());
        var globex = crm.Crm.For(TenantId.From("globex")).Parked;

        Assert.Empty(await globex.ListAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await globex.ListAsync(row));
        await Assert.ThrowsAsync<ArgumentException>(async () => await globex.RedriveAsync(row));
        await Assert.ThrowsAsync<ArgumentException>(async () => await globex.DropAsync(row, Operator));
        Assert.Single(await crm.Acme.Parked.ListAsync());
    }

    private static Task<CrmUnderTest> WithParkedEffectsAsync(params string[] candidates) =>
        WithParkedEffectsAsync(new MeanwhileStore(new TestClock(Histories.Start)), candidates);

    /// <summary>Candidates each of whom has two announcements, the first of them parked.</summary>
    private static async Task<CrmUnderTest> WithParkedEffectsAsync(MeanwhileStore store, params string[] candidates)
    {
        var crm = On(store);
        foreach (var candidate in candidates)
        {
            var applied = new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };
            await crm.HappenAsync($"{candidate}:applied", Histories.Start, applied, candidate);
        }

        crm.OnAnnounced = _ => throw new InvalidTimeZoneException();
        Assert.Equal(candidates.Length, (await crm.Runner.DrainOutboxAsync()).Parked);
        return crm;
    }

    private static CrmUnderTest On(MeanwhileStore store)
    {
        var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }), more: more =>
        {
            more.Services.Configure<OutboxOptions>(o => o.MostAttempts = 1);
            more.Services.AddSingleton(store);
            more.UseStore<MeanwhileStore>();
        });
        crm.Clock.Now = Histories.Start;
        return crm;
    }

    private static async Task ParkFactsAsync(CrmUnderTest crm, string candidate)
    {
        await crm.Acme.SubmitAsync(Found(candidate, "found"));
        var batch = Assert.Single((await crm.Inbox.ClaimAsync(new InboxClaimRequest { MaxCandidates = 1 }, default)).Batches);
        Assert.True(await crm.Inbox.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "store.down" }, default));
    }

    private static HostFact Found(string candidate, string id) =>
        CrmUnderTest.Fact($"{candidate}:{id}", Histories.Start, new CandidateFound { Source = SourceCode.From("fair") }, candidate);

    /// <summary>A store in which something happens once after effects were read.</summary>
    private sealed class MeanwhileStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal Func<Task>? AfterEffects { get; set; }

        protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            var answer = await call();
            if (name == "effects" && AfterEffects is { } after)
            {
                AfterEffects = null;
                await after();
            }

            return answer;
        }
    }
}
