using CandidateCrm.Applications;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Work;

/// <summary>A task that was closed before it was handed over is not opened in the host's inbox.</summary>
public sealed class OvertakenTaskTests
{
    private static readonly EffectKey Acknowledge = new("acknowledge-application", "app-1", 1, "task");

    [Fact]
    public async Task A_task_that_the_host_closed_before_it_was_handed_over_is_not_opened_and_the_timeline_says_why()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        Assert.True(await crm.Acme.Tasks.CloseAsync(Histories.Anna.Candidate, Acknowledge, PausedCrm.Olga));
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((4, 1), (report.Done, report.Skipped));
        Assert.Empty(crm.Tasks);
        Assert.Empty(crm.Closed);
        Assert.Equal(EffectState.Skipped, (await crm.EffectsAsync("anna")).Single(e => e.Effect.Key == Acknowledge).State);
        var act = Assert.Single(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
        Assert.Equal(new EffectSkipped { Effect = Acknowledge, Reason = EffectSkipCodes.Overtaken }, act.Entry);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task A_task_that_the_rules_withdrew_before_it_was_handed_over_is_not_opened()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await MoveAsync(crm);
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal(1, report.Skipped);
        Assert.Empty(crm.Tasks);
        Assert.All(await crm.EffectsAsync("anna"), e => Assert.NotEqual(EffectState.Pending, e.State));
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task A_task_that_may_stand_in_the_hosts_inbox_because_its_node_failed_is_closed_there()
    {
        await using var crm = new CrmUnderTest(rules: PausedCrm.Short);
        await crm.WaitingAsync("anna");
        var inbox = new List<EffectKey>();
        crm.OnTask = task =>
        {
            inbox.Add(task.Key);
            throw new TimeoutException();
        };
        crm.OnClosed = task => inbox.Remove(task.Task);
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Failed);
        await MoveAsync(crm);
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal(1, report.Skipped);
        Assert.Empty(inbox);
    }

    [Fact]
    public async Task A_task_that_is_put_back_on_the_list_while_it_is_being_skipped_is_opened()
    {
        HookedStore? store = null;
        await using var crm = new CrmUnderTest(rules: PausedCrm.Short, more: more =>
        {
            more.Services.AddSingleton(provider => store = new HookedStore(provider.GetRequiredService<InMemoryCrmStore>()));
            more.UseStore<HookedStore>();
        });
        await using var other = crm.SecondNode(rules: PausedCrm.Short);
        await crm.WaitingAsync("anna");
        await MoveAsync(crm);
        store!.BeforeSkip = () =>
        {
            crm.OnTask = _ => Assert.Null(store.BeforeSkip);
            var back = CrmUnderTest.Fact("back", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("m")], Reason = ReasonCode.From("wrong-person") });
            Assert.Equal(RecordStatus.Recorded, other.Acme.RecordAsync(back).AsTask().GetAwaiter().GetResult().Status);
        };
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal(0, report.Skipped);
        Assert.Equal(Acknowledge, Assert.Single(crm.Tasks).Key);
        Assert.Empty(crm.Closed);
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
    }

    private static Task<Recorded> MoveAsync(CrmUnderTest crm) => crm.HappenAsync(
        "m", PausedCrm.Due + Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("screening") });

    private sealed class HookedStore(InMemoryCrmStore inner) : StoreAround(inner)
    {
        internal Action? BeforeSkip { get; set; }

        public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
        {
            if (BeforeSkip is { } before && commit.Relationships.Any(change => change.Append.Any(e => e.Entry is EffectSkipped)))
            {
                BeforeSkip = null;
                before();
            }

            return base.CommitAsync(commit, cancellationToken);
        }
    }
}
