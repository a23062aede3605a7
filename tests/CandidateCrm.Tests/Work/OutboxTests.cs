using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CandidateCrm.Tests.Work;

public sealed class OutboxTests
{
    // Monday, 2 March 2026, 09:00 in Berlin; four working hours later is 14:00 there.
    private static readonly Instant Submitted = Histories.Start;
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);

    [Fact]
    public async Task What_became_of_an_effect_stands_after_what_wanted_it_also_at_the_same_instant()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now = (await crm.AnnaAsync()).WakeAt!.Value;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        var timeline = await crm.TimelineAsync();
        var broken = Assert.Single(timeline, e => e.Entry is PromiseBroken);
        Assert.All(timeline.Where(e => e.Entry is EffectDone { Effect.Part: "task" }), e => Assert.True(e.Place > broken.Place));
        Assert.Contains(timeline, e => e.Entry is EffectDone { Effect.Part: "task" });
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate);
    }

    [Fact]
    public async Task Tasks_and_announcements_reach_the_host_once_and_stand_on_the_timeline()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores);
        await SubmitAsync(crm);
        Assert.Equal(2, (await crm.Runner.DrainOutboxAsync()).Done);
        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        Assert.Equal(2, (await crm.Runner.DrainOutboxAsync()).Done);
        Assert.Equal(0, (await crm.Runner.DrainOutboxAsync()).Done);

        var task = Assert.Single(crm.Tasks);
        Assert.Equal(("promise.broken", "acknowledge-application", "app-1", AcknowledgeDue), (task.Task.Reason, task.Task.Rule, task.Task.Subject, task.Task.DueAt));
        Assert.Equal(Histories.Anna, task.Relationship);
        Assert.Equal(
            [new EffectKey("lifecycle", "*", 1, "announce.phase_changed"), new EffectKey("lifecycle", "*", 2, "announce.phase_changed"), new EffectKey("acknowledge-application", "app-1", 1, "announce.promise_broken")],
            crm.Announced.Select(a => a.Key));
        Assert.Equal(
            (await EffectsAsync(crm)).Select(e => e.Effect.Key).OrderBy(k => k.ToString(), StringComparer.Ordinal),
            (await crm.TimelineAsync()).Select(e => e.Entry).OfType<EffectDone>().Select(d => d.Effect).OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.All(await EffectsAsync(crm), e => Assert.Equal(EffectState.Done, e.State));
    }

    [Fact]
    public async Task An_announcement_carries_the_instant_of_the_event_and_not_of_the_worker()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores);
        await SubmitAsync(crm);
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(2);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal([Submitted, Submitted, AcknowledgeDue], crm.Announced.Select(a => a.At));
    }

    [Fact]
    public async Task A_handler_that_throws_is_asked_again_after_a_pause_that_doubles_and_then_parked()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores, more: more => more.Services.Configure<OutboxOptions>(o => (o.MostAttempts, o.FirstPause) = (4, Duration.FromMinutes(1))));
        await SubmitAsync(crm);
        var tries = new List<Instant>();
        crm.OnAnnounced = _ =>
        {
            tries.Add(crm.Clock.Now);
            throw new InvalidTimeZoneException("anna@example.org");
        };
        var reports = new List<OutboxReport>();
        for (var second = 0; second < 20 * 60; second += 15)
        {
            crm.Clock.Now = Submitted + Duration.FromSeconds(second);
            reports.Add(await crm.Runner.DrainOutboxAsync());
        }

        tries.AreAbout(look: Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(4));
        Assert.Equal((3, 1), (reports.Sum(r => r.Failed), reports.Sum(r => r.Parked)));
        var parked = Assert.Single(await EffectsAsync(crm), e => e.Parked);
        Assert.Equal((4, "InvalidTimeZoneException"), (parked.Attempts, parked.LastError));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Class == EntryClass.Act);
    }

    [Fact]
    public async Task The_pause_grows_to_a_day_and_no_further()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores, more: more => more.Services.Configure<OutboxOptions>(o => (o.MostAttempts, o.FirstPause) = (100, Duration.FromHours(1))));
        await SubmitAsync(crm);
        crm.OnAnnounced = _ => throw new InvalidTimeZoneException();
        for (var attempt = 1; attempt < 40; attempt++)
        {
            Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Failed);
            var next = (await EffectsAsync(crm))[0].NextAttemptAt!.Value;
            (next - crm.Clock.Now).IsAbout(Duration.FromHours(Math.Min(24, 1L << Math.Min(attempt - 1, 10))));
            crm.Clock.Now = next;
        }
    }

    [Fact]
    public async Task A_handler_that_works_the_second_time_leaves_nothing_behind()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores);
        await SubmitAsync(crm);
        crm.OnAnnounced = _ => throw new InvalidTimeZoneException();
        await crm.Runner.DrainOutboxAsync();
        crm.OnAnnounced = null;
        crm.Clock.Now += Duration.FromSeconds(72);

        Assert.Equal(2, (await crm.Runner.DrainOutboxAsync()).Done);
        Assert.All(await EffectsAsync(crm), e => Assert.Equal(EffectState.Done, e.State));
    }

    [Fact]
    public async Task What_fails_for_one_candidate_holds_up_its_own_effects_and_nobody_elses()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores);
        await SubmitAsync(crm);
        await SubmitAsync(crm, "bert");
        crm.OnAnnounced = a =>
        {
            if (a.Relationship == Histories.Anna)
            {
                throw new InvalidTimeZoneException();
            }
        };
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((2, 1), (report.Done, report.Failed));
        Assert.All(crm.Announced, a => Assert.Equal("bert", a.Relationship.Candidate.Value));
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 0, 1)]
    public async Task A_task_more_than_thirty_days_late_is_skipped_and_says_so(int secondsMore, int opened, int skipped)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0])
            .Expect(StandardExpectations.AcknowledgeApplication(TestRules.Office, Limit.WorkingTime(Duration.FromHours(4)))));
        await SubmitAsync(crm);
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(30) + Duration.FromSeconds(secondsMore);
        await crm.Runner.RunDueWorkAsync();
        var report = await crm.Runner.DrainOutboxAsync();

        Assert.Equal((opened, skipped, opened), (report.Done, report.Skipped, crm.Tasks.Count));
        var acts = (await crm.TimelineAsync()).Select(e => e.Entry).OfType<EffectSkipped>().Select(s => s.Reason);
        Assert.Equal(Enumerable.Repeat("effect.too_late", skipped), acts);
        Assert.Equal(skipped == 1 ? EffectState.Skipped : EffectState.Done, Assert.Single(await EffectsAsync(crm)).State);
    }

    [Fact]
    public async Task A_lease_lost_after_handing_over_does_not_lose_the_act()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores, more: more => more.Services.Configure<OutboxOptions>(o => o.Lease = Duration.FromSeconds(1)));
        await SubmitAsync(crm);
        crm.OnAnnounced = _ =>
        {
            crm.OnAnnounced = null;
            crm.Clock.Now += Duration.FromSeconds(2);
            var other = ((IOutboxQueue)crm.Store).ClaimAsync(new ClaimRequest(), default).AsTask().GetAwaiter().GetResult();
            Assert.Single(other.Effects);
        };
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal(2, crm.Announced.Count);
        Assert.All(await EffectsAsync(crm), e => Assert.Equal(EffectState.Done, e.State));
        crm.Clock.Now += Duration.FromHours(1);
        Assert.Equal(0, (await crm.Runner.DrainOutboxAsync()).Done);
    }

    [Fact]
    public async Task A_skip_under_a_lost_lease_is_left_to_whoever_holds_it()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(
            rules: rules => rules.Take(TestRules.Everything with { Scores = [], Announced = [] }),
            more: more =>
            {
                more.Services.Configure<OutboxOptions>(o => o.Lease = Duration.FromSeconds(1));
                more.UseStore(clock => store = new StealingStore(clock));
            });
        await SubmitAsync(crm);
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(30) + Duration.FromSeconds(1);
        await crm.Runner.RunDueWorkAsync();
        store!.BeforeCommit = () =>
        {
            crm.Clock.Now += Duration.FromSeconds(2);
            return Assert.Single(((IOutboxQueue)store).ClaimAsync(new ClaimRequest(), default).AsTask().GetAwaiter().GetResult().Effects);
        };

        Assert.Equal(0, (await crm.Runner.DrainOutboxAsync()).Skipped);
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is EffectSkipped);
        crm.Clock.Now += Duration.FromMinutes(1);
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Skipped);
    }

    [Fact]
    public async Task Two_runners_at_once_hand_over_each_effect_once_while_leases_hold()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores, more: more => more.Services.Configure<OutboxOptions>(o => o.BatchSize = 3));
        for (var i = 0; i < 30; i++)
        {
            await SubmitAsync(crm, $"c-{i}");
        }

        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await crm.Runner.DrainOutboxAsync())));

        Assert.Equal(120, reports.Sum(r => r.Done));
        Assert.Equal(90, crm.Announced.Select(a => (a.Relationship, a.Key)).Distinct().Count());
        Assert.Equal((90, 30), (crm.Announced.Count, crm.Tasks.Count));
    }

    [Fact]
    public async Task Every_effect_has_a_scope_of_its_own()
    {
        var probes = new List<Scoped>();
        await using var crm = new CrmUnderTest(rules: WithoutScores, more: more =>
        {
            more.Services.RemoveAll<ITaskInbox>();
            more.UseTaskInbox<ScopedInbox>().AddEventHandler<PhaseChanged, ScopedHandler>();
            more.Services.AddScoped(_ =>
            {
                var probe = new Scoped();
                probes.Add(probe);
                return probe;
            });
        });
        await SubmitAsync(crm);
        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal([1, 1, 1], probes.Select(p => p.Uses));
        Assert.All(probes, p => Assert.True(p.IsDisposed));
    }

    [Fact]
    public async Task An_effect_that_the_corrected_past_does_not_want_is_cancelled_or_unfounded()
    {
        await using var crm = new CrmUnderTest(rules: WithoutScores);
        await SubmitAsync(crm);
        crm.Clock.Now = AcknowledgeDue + Duration.FromHours(1);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        var late = await crm.Acme.RecordAsync(CrmUnderTest.Fact("m", AcknowledgeDue - Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("screening") }));

        Assert.Contains(late.Retracted, e => e.Entry is PromiseBroken);
        Assert.Contains(late.Derived, e => e.Entry is PromiseKept);
        Assert.Equal(EffectState.Unfounded, (await EffectsAsync(crm)).Single(e => e.Effect.Intent is OpenTask).State);
        Assert.Single(crm.Tasks);
    }

    private static void WithoutScores(CrmRulesBuilder rules) => rules.Take(TestRules.Everything with { Scores = [] });

    private static Task<CandidateCrm.Tenants.Recorded> SubmitAsync(CrmUnderTest crm, string candidate = "anna") =>
        crm.HappenAsync($"{candidate}:s", Submitted, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }, candidate);

    private static async Task<IReadOnlyList<EffectRecord>> EffectsAsync(CrmUnderTest crm) => await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);

    private sealed class Scoped : IDisposable
    {
        internal int Uses { get; set; }

        internal bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }

    private sealed class ScopedInbox(Scoped scoped) : ITaskInbox
    {
        public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken)
        {
            scoped.Uses++;
            return default;
        }

        public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken) => default;
    }

    private sealed class ScopedHandler(Scoped scoped) : ICrmEventHandler<PhaseChanged>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken)
        {
            scoped.Uses++;
            return default;
        }
    }
}
