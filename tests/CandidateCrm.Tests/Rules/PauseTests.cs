using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using static CandidateCrm.Tests.Rules.PausedCrm;

namespace CandidateCrm.Tests.Rules;

public sealed class PauseTests
{
    /// <summary>What is paused, and how much of what waits for Anna still goes out; what is behind the first that is held waits with it.</summary>
    public static TheoryData<PauseScope, int> Scopes => new()
    {
        { PauseScope.Installation, 0 },
        { PauseScope.Tenant, 0 },
        { PauseScope.Of(FeatureCode.Engagement), 0 },
        { PauseScope.Of(FeatureCode.Lifecycle), 1 },
        { PauseScope.Of(FeatureCode.Charter), 3 },
        { PauseScope.Of(FeatureCode.Applications), 5 },
        { Score("engagement"), 0 },
        { Expectation("acknowledge-application"), 3 },
        { Expectation("decide-application"), 5 },
        { PauseScope.Of(Channel.From("email")), 5 },
        { PauseScope.Of(CandidateId.From("anna")), 0 },
        { PauseScope.Of(CandidateId.From("ben")), 5 },
    };

    [Theory]
    [MemberData(nameof(Scopes), DisableDiscoveryEnumeration = true)]
    public async Task Every_scope_holds_what_is_in_it_and_lets_it_go_in_its_order_once(PauseScope scope, int passing)
    {
        await using var crm = new CrmUnderTest();
        var heard = crm.Listen();
        await crm.WaitingAsync("anna", "ben");
        await crm.PausesFor(scope).PauseAsync(scope, Olga, "The wording is wrong.");
        var held = await crm.Runner.DrainOutboxAsync();

        Assert.Equal(Everything[..passing], heard.Of("anna"));
        var waiting = (await crm.EffectsAsync("anna")).Where(e => e.State == EffectState.Pending).ToArray();
        Assert.Equal(Everything.Length - passing, waiting.Length);
        Assert.All(waiting, e => Assert.Equal((0, false), (e.Attempts, e.Parked)));
        Assert.Equal(passing == 5 ? [] : ["effect.paused"], waiting.Select(e => e.LastError).OfType<string>());
        Assert.Equal((heard.Count, 0, 0, 0), (held.Done, held.Skipped, held.Failed, held.Parked));

        Assert.True(await crm.PausesFor(scope).ResumeAsync(scope, Olga, "It is mended."));
        crm.Clock.Now += Seconds10;
        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(Everything, heard.Of("anna"));
        Assert.Equal(Everything, heard.Of("ben"));
        await crm.AreDoneAsync("anna");
    }

    [Fact]
    public async Task What_no_pause_covers_waits_behind_what_is_held_because_nothing_overtakes()
    {
        await using var crm = new CrmUnderTest();
        var heard = crm.Listen();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(Score("engagement"), Olga, "The bands are wrong.");
        for (var look = 0; look < 3; look++)
        {
            await crm.Runner.DrainOutboxAsync();
            crm.Clock.Now += Seconds10;
        }

        Assert.Empty(heard);
        Assert.All((await crm.EffectsAsync("anna")).Where(e => e.Effect.Key.Rule != "engagement"), e => Assert.Equal((EffectState.Pending, 0, null), (e.State, e.Attempts, e.LastError)));
        await crm.Acme.Pauses.ResumeAsync(Score("engagement"), Olga, "They are right.");
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(Everything, heard.Of("anna"));
    }

    [Fact]
    public async Task A_paused_candidate_stops_nobody_else()
    {
        await using var crm = new CrmUnderTest();
        var heard = crm.Listen();
        await crm.WaitingAsync("anna", "ben", "cleo");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From("ben")), Olga, "He asked us to wait.");
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((10, 1), (report.Done, report.Held));
        Assert.Equal(Everything, heard.Of("anna"));
        Assert.Equal(Everything, heard.Of("cleo"));
        Assert.Empty(heard.Of("ben"));
    }

    [Fact]
    public async Task A_paused_tenant_stops_no_other_tenant()
    {
        await using var crm = new CrmUnderTest();
        var heard = crm.Listen();
        crm.Clock.Now = Submitted;
        await crm.Crm.For(TenantId.From("globex")).RecordAsync(CrmUnderTest.Fact("g", Submitted, new CandidateFound { Source = SourceCode.From("fair") }, "gus"));
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "They move to new offices.");
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal("gus announce.phase_changed:lifecycle#1:*", Assert.Single(heard));
        Assert.Empty(await crm.Crm.For(TenantId.From("globex")).Pauses.ListAsync());
    }

    [Fact]
    public async Task While_it_is_paused_facts_are_recorded_rules_decide_and_alarms_ring()
    {
        await using var crm = new CrmUnderTest();
        await crm.Crm.Pauses.PauseAsync(PauseScope.Installation, Olga, "An incident.");
        await crm.SubmitAsync("anna");
        crm.Clock.Now = Due;

        Assert.Equal(1, (await crm.Runner.RunDueWorkAsync()).Settled);
        await crm.Runner.DrainOutboxAsync();
        var timeline = await crm.TimelineAsync();
        Assert.Contains(timeline, e => e.Entry is PromiseBroken);
        Assert.DoesNotContain(timeline, e => e.Class == EntryClass.Act);
        Assert.Single(await crm.Acme.Tasks.ListAsync());
        Assert.Empty(crm.Tasks);
    }

    [Fact]
    public async Task Another_node_keeps_to_a_pause_within_ten_seconds_and_goes_on_within_ten_seconds_of_the_resume()
    {
        await using var crm = new CrmUnderTest();
        await using var second = crm.SecondNode();
        await crm.SubmitAsync("anna");
        await second.Runner.DrainOutboxAsync();
        Assert.NotEmpty(second.Announced);
        second.Announced.Clear();

        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "A campaign went wrong.");
        await crm.SubmitAsync("ben", Submitted + Duration.FromSeconds(9));
        Assert.Equal(1, (await second.Runner.DrainOutboxAsync()).Held);
        Assert.Empty(second.Announced);

        await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "It was stopped.");
        crm.Clock.Now += Seconds10;
        await second.Runner.DrainOutboxAsync();
        Assert.Equal(Everything[..3], second.Announced.Select(a => a.Key.ToString()));
    }

    [Fact]
    public async Task Another_node_keeps_to_a_pause_also_when_the_clock_was_set_back()
    {
        await using var crm = new CrmUnderTest();
        await using var second = crm.SecondNode();
        await crm.SubmitAsync("anna");
        await second.Runner.DrainOutboxAsync();
        crm.Clock.Now -= Duration.FromHours(1);
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "A campaign went wrong.");
        await crm.SubmitAsync("ben", crm.Clock.Now);

        Assert.Equal(1, (await second.Runner.DrainOutboxAsync()).Held);
    }

    [Fact]
    public async Task What_was_being_read_while_somebody_paused_is_not_used_again()
    {
        var slow = new SlowDocuments();
        var boards = new PauseBoards(slow, new TestClock(Submitted));
        slow.WhileReading = boards.Forget;
        await boards.OfAsync(Histories.Anna.Tenant, default);
        slow.WhileReading = () => { };
        var before = slow.Reads;
        await boards.OfAsync(Histories.Anna.Tenant, default);

        Assert.Equal(before + 2, slow.Reads);
    }

    private sealed class SlowDocuments : ITenantDocuments
    {
        internal int Reads { get; private set; }

        internal Action WhileReading { get; set; } = () => { };

        public ValueTask<IReadOnlyList<TenantDocument>> ReadAsync(DocumentQuery query, CancellationToken cancellationToken)
        {
            Reads++;
            WhileReading();
            return new ValueTask<IReadOnlyList<TenantDocument>>([]);
        }
    }

    [Fact]
    public async Task What_was_read_is_asked_again_after_five_seconds_and_not_before()
    {
        CountedStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new CountedStore(clock));
        });
        await crm.SubmitAsync("anna");
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(2, store!.Reads);
        await crm.SubmitAsync("ben", Submitted + Duration.FromSeconds(5));
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(2, store.Reads);
        await crm.SubmitAsync("cleo", Submitted + Duration.FromSeconds(5) + Duration.FromMilliseconds(1));
        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(4, store.Reads);
    }

    [Fact]
    public async Task The_same_process_keeps_to_a_pause_at_once_in_the_middle_of_a_batch()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna", "ben", "cleo");
        crm.OnAnnounced = _ =>
        {
            crm.OnAnnounced = null;
            Assert.True(crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Stop!").AsTask().Wait(TimeSpan.FromSeconds(30)));
        };
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((1, 3), (report.Done, report.Held));
    }

    [Fact]
    public async Task A_pause_with_an_end_ends_by_itself()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        var until = Due + Duration.FromMinutes(3) + Duration.FromSeconds(4);
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Engagement), Olga, "Over lunch.", until);
        crm.Clock.Now = until - Duration.FromMilliseconds(1);
        var before = await crm.Runner.DrainOutboxAsync();
        Assert.Equal((0, 1), (before.Done, before.Held));
        Assert.Equal(until, (await crm.EffectsAsync("anna"))[0].NextAttemptAt);
        crm.Clock.Now = until;

        Assert.Equal(5, (await crm.Runner.DrainOutboxAsync()).Done);
        Assert.Empty(await crm.Acme.Pauses.ListAsync());
        Assert.False(await crm.Acme.Pauses.ResumeAsync(PauseScope.Of(FeatureCode.Engagement), Olga, "Lunch is over."));
        var ended = Assert.Single(await crm.Acme.Pauses.EndedAsync());
        Assert.Equal(new PauseEnd { At = until, By = Actor.Crm, Why = string.Empty }, ended.End);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    public async Task What_was_held_for_longer_than_its_grace_is_skipped_after_the_pause(int secondsMore, int opened, int skipped)
    {
        await using var crm = new CrmUnderTest(rules: Short);
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Of(FeatureCode.Charter), Olga, "We have no recruiters.");
        crm.Clock.Now = Due + Duration.FromDays(30) + Duration.FromSeconds(secondsMore) - Seconds10;
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.Pauses.ResumeAsync(PauseScope.Of(FeatureCode.Charter), Olga, "We have some.");
        crm.Clock.Now += Seconds10;
        var after = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((1 + opened, skipped, opened), (after.Done, after.Skipped, crm.Tasks.Count));
        Assert.Equal(Enumerable.Repeat("effect.too_late", skipped), (await crm.TimelineAsync()).Select(e => e.Entry).OfType<EffectSkipped>().Select(s => s.Reason));
    }

    [Fact]
    public async Task While_it_is_held_nothing_is_skipped()
    {
        await using var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(Expectation("acknowledge-application"), Olga, "Under review.");
        crm.Clock.Now = Due + Duration.FromDays(400);
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((3, 0, 1), (report.Done, report.Skipped, report.Held));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
    }

    [Fact]
    public async Task A_process_that_starts_again_finds_what_is_paused()
    {
        var crm = new CrmUnderTest();
        await crm.WaitingAsync("anna");
        var pause = await crm.Acme.Pauses.PauseAsync(PauseScope.Of(CandidateId.From("anna")), Olga, "She is on holiday.", Due + Duration.FromDays(14));
        var everywhere = await crm.Crm.Pauses.PauseAsync(PauseScope.Installation, Actor.Host, "Upgrade.");
        await using var again = crm.SecondNode();

        Assert.Equal(pause, Assert.Single(await again.Acme.Pauses.ListAsync()));
        Assert.Equal(everywhere, Assert.Single(await again.Crm.Pauses.ListAsync()));
        Assert.Equal(1, (await again.Runner.DrainOutboxAsync()).Held);
        await crm.DisposeAsync();
    }

    [Fact]
    public async Task A_task_that_was_held_and_needs_not_be_done_any_more_is_not_opened()
    {
        await using var crm = new CrmUnderTest();
        var heard = crm.Listen();
        await crm.WaitingAsync("anna");
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait.");
        await crm.HappenAsync("m", Due + Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("screening") });
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "Go.");
        crm.Clock.Now += Seconds10;
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal([$"closed {Everything[4]}"], heard.Of("anna").Where(h => h.Contains("task:", StringComparison.Ordinal)));
        Assert.Equal("effect.overtaken", Assert.Single((await crm.TimelineAsync()).Select(e => e.Entry).OfType<EffectSkipped>()).Reason);
    }

    [Fact]
    public async Task Nothing_goes_out_while_nobody_can_say_what_is_paused()
    {
        CountedStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new CountedStore(clock));
        });
        await crm.WaitingAsync("anna");
        store!.Fails = true;

        await Assert.ThrowsAsync<TimeoutException>(async () => await crm.Runner.DrainOutboxAsync());
        Assert.Empty(crm.Announced);
        store.Fails = false;
        crm.Clock.Now += Duration.FromMinutes(5);
        Assert.Equal(5, (await crm.Runner.DrainOutboxAsync()).Done);
    }

    [Fact]
    public async Task A_drain_ends_however_much_is_held_and_however_slow_it_is()
    {
        SlowStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<OutboxOptions>(o => o.BatchSize = 5);
            more.UseStore(clock => store = new SlowStore(clock));
        });
        await crm.WaitingAsync([.. Enumerable.Range(0, 15).Select(i => $"c-{i}")]);
        await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "A long pause.");
        store!.OnHold = () => crm.Clock.Now += Duration.FromSeconds(1);
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.InRange(report.Held, 15, 25);
        await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "It is over.");
        store.OnHold = null;
        crm.Clock.Now += Seconds10;
        Assert.Equal(75, (await crm.Runner.DrainOutboxAsync()).Done);
    }

    private sealed class CountedStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal int Reads { get; private set; }

        internal bool Fails { get; set; }

        protected override ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            Reads += name == "documents" ? 1 : 0;
            return name == "documents" && Fails ? throw new TimeoutException() : call();
        }
    }

    private sealed class SlowStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal Action? OnHold { get; set; }

        protected override ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            if (name == "fail")
            {
                OnHold?.Invoke();
            }

            return call();
        }
    }
}
