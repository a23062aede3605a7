using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Tenants;

public sealed class TaskListTests
{
    private static readonly Instant Submitted = Histories.Start;
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);
    private static readonly EffectKey Acknowledge = new("acknowledge-application", "app-1", 1, "task");
    private static readonly Actor Olga = Actor.Of(PersonId.From("olga"));
    private static readonly CandidateId Anna = Histories.Anna.Candidate;

    [Fact]
    public async Task An_open_task_is_listed_with_its_age_before_and_after_it_was_handed_over()
    {
        await using var crm = await OverdueAsync("anna");
        crm.Clock.Now += Duration.FromHours(2);
        var listed = Assert.Single(await crm.Acme.Tasks.ListAsync());
        Assert.Equal((Anna, Acknowledge, AcknowledgeDue, Duration.FromHours(2)), (listed.Candidate, listed.Task.Key, listed.Task.Task.DueAt, listed.Age));

        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(listed, Assert.Single(await crm.Acme.Tasks.ListAsync()));
        Assert.Empty(await crm.Crm.For(TenantId.From("globex")).Tasks.ListAsync());
    }

    [Fact]
    public void Tasks_come_by_due_time_then_candidate_then_name_and_pages_of_any_size_give_them_all_once() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 40)), Arb.From(Gen.Choose(1, 12)), (seed, size) => PagesAsync(seed, size).GetAwaiter().GetResult())
            .Check(Tries.Of(15));

    [Fact]
    public async Task A_page_goes_on_after_a_task_that_was_closed_meanwhile()
    {
        await using var crm = await OverdueAsync("anna", "ben", "cleo");
        var first = await crm.Acme.Tasks.ListAsync(max: 2);
        Assert.True(await crm.Acme.Tasks.CloseAsync(CandidateId.From("ben"), Acknowledge, Olga));

        Assert.Equal(["anna", "ben"], first.Select(t => t.Candidate.Value));
        Assert.Equal(["cleo"], (await crm.Acme.Tasks.ListAsync(after: first[^1])).Select(t => t.Candidate.Value));
        Assert.Equal(["anna", "cleo"], (await crm.Acme.Tasks.ListAsync()).Select(t => t.Candidate.Value));
    }

    [Fact]
    public async Task A_page_is_full_although_tasks_of_its_rows_were_closed()
    {
        await using var crm = await OverdueAsync("anna", "ben", "cleo", "dora");
        var stale = new StaleIndex(crm.Index);
        var listed = new TaskList(Histories.Anna.Tenant, crm.Store, stale, null!, crm.Clock);
        stale.Before = async () => Assert.True(await crm.Acme.Tasks.CloseAsync(CandidateId.From("anna"), Acknowledge, Olga));

        Assert.Equal(["ben", "cleo"], (await listed.ListAsync(max: 2)).Select(t => t.Candidate.Value));
    }

    [Fact]
    public async Task Closing_a_task_is_a_fact_with_its_actor_and_takes_it_off_the_list()
    {
        await using var crm = await OverdueAsync("anna");
        crm.Clock.Now += Duration.FromMinutes(10);
        Assert.True(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Olga));
        Assert.Empty(await crm.Acme.Tasks.ListAsync());
        Assert.Empty((await crm.AnnaAsync()).Tasks!.Open);
        var fact = Assert.Single(await crm.TimelineAsync(), e => e.Entry is TaskClosed);
        Assert.Equal((EntryClass.Fact, Olga, crm.Clock.Now), (fact.Class, fact.Actor, fact.OccurredAt));
        Assert.NotEqual(EventId.Reserved, fact.Id.Value[0]);
        await ReplayCheck.EqualsReplayAsync(crm, Anna);

        await crm.HappenAsync("m", crm.Clock.Now + Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("screening") });
        await crm.Runner.DrainOutboxAsync();
        Assert.Empty(crm.Closed);
    }

    [Fact]
    public async Task What_is_not_open_is_not_closed_and_nothing_is_recorded()
    {
        await using var crm = await OverdueAsync("anna");
        var before = (await crm.TimelineAsync()).Length;
        Assert.False(await crm.Acme.Tasks.CloseAsync(Anna, new EffectKey("decide-application", "app-1", 1, "task"), Olga));
        Assert.False(await crm.Acme.Tasks.CloseAsync(CandidateId.From("nobody"), Acknowledge, Olga));
        Assert.Equal(before, (await crm.TimelineAsync()).Length);
        Assert.True(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Olga));
        crm.Clock.Now += Duration.FromMinutes(1);

        Assert.False(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Actor.Host));
        Assert.Equal(before + 1, (await crm.TimelineAsync()).Length);
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Tasks.CloseAsync(Anna, default, Olga));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Tasks.ListAsync(max: 1_001));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public async Task A_task_is_closed_also_by_a_clock_that_is_not_beyond_the_instant_at_which_it_was_wanted(int seconds)
    {
        await using var crm = await OverdueAsync("anna");
        crm.Clock.Now = AcknowledgeDue + Duration.FromSeconds(seconds);

        Assert.True(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Olga));
        crm.Clock.Now = AcknowledgeDue + Duration.FromSeconds(1);
        Assert.Empty(await crm.Acme.Tasks.ListAsync());
        await ReplayCheck.EqualsReplayAsync(crm, Anna);
    }

    [Fact]
    public async Task Of_many_who_close_a_task_at_once_on_two_nodes_one_does()
    {
        await using var crm = await OverdueAsync("anna");
        await using var second = crm.SecondNode();
        var closed = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
            await (i % 2 == 0 ? crm : second).Acme.Tasks.CloseAsync(Anna, Acknowledge, Actor.Of(PersonId.From($"person-{i}"))))));

        Assert.Single(closed, c => c);
        var timeline = await crm.TimelineAsync();
        Assert.Single(timeline, e => e.Entry is TaskClosed);
        Assert.DoesNotContain(timeline, e => e.Entry is FindingNoted or EventIdReused);
    }

    [Fact]
    public async Task A_task_that_the_corrected_past_wants_again_later_is_closed_again()
    {
        await using var crm = await OverdueAsync("anna");
        Assert.True(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Olga));
        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(3);

        // The application came a day later than we thought, so the promise is broken after the task was closed.
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("r", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("anna:s")], Reason = ReasonCode.From("wrong-day") }));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("anna:s2", Submitted + Duration.FromDays(1), Application));
        await crm.Runner.RunDueWorkAsync();
        var again = Assert.Single(await crm.Acme.Tasks.ListAsync(), t => t.Task.Key == Acknowledge);
        Assert.Equal(AcknowledgeDue + Duration.FromDays(1), again.Task.WantedAt);

        Assert.True(await crm.Acme.Tasks.CloseAsync(Anna, Acknowledge, Olga));
        Assert.Equal(2, (await crm.TimelineAsync()).Count(e => e.Entry is TaskClosed));
    }

    [Theory]
    [InlineData(true, "promise.fulfilled_late")]
    [InlineData(false, "promise.voided")]
    public async Task A_task_of_a_promise_that_is_over_is_taken_off_the_hosts_list_with_the_reason(bool fulfilled, string reason)
    {
        await using var crm = fulfilled
            ? await OverdueAsync("anna")
            : await OverdueAsync(new CrmUnderTest(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0])
                .Expect(StandardExpectations.AcknowledgeApplication(TestRules.Office, Limit.WorkingTime(Duration.FromHours(4))) with { KeptBy = FactPattern.Touch(Direction.Outbound) })), "anna");
        await crm.Runner.DrainOutboxAsync();
        Assert.Single(crm.Tasks);
        await crm.HappenAsync("e", AcknowledgeDue + Duration.FromHours(1), new ApplicationEnded { Application = JobApplicationId.From("app-1"), Disposition = Disposition.Withdrew });
        var refusals = 1;
        crm.OnClosed = _ => throw (refusals-- > 0 ? new TimeoutException() : new InvalidTimeZoneException());
        Assert.Equal(1, (await crm.Runner.DrainOutboxAsync()).Failed);
        crm.OnClosed = null;
        crm.Clock.Now += Duration.FromMinutes(1);
        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();

        var closed = Assert.Single(crm.Closed, c => c.Task == Acknowledge);
        Assert.Equal((Histories.Anna, reason), (closed.Relationship, closed.Reason));
        Assert.Empty(await crm.Acme.Tasks.ListAsync());
        var close = (await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default)).Single(e => e.Effect.Intent is CloseTask c && c.Task == Acknowledge);
        Assert.Equal((EffectState.Done, 1, "TimeoutException"), (close.State, close.Attempts, close.LastError));
    }

    private static ApplicationSubmitted Application => new() { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };

    private static async Task<bool> PagesAsync(int seed, int size)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Announced = [] }));
        var candidates = Enumerable.Range(0, 1 + (seed % 7)).Select(i => $"c-{(i * 7919 + seed) % 100}").Distinct().ToArray();
        foreach (var (candidate, i) in candidates.Select((c, i) => (c, i)))
        {
            for (var app = 0; app <= (seed + i) % 3; app++)
            {
                var at = Submitted + Duration.FromMinutes(17 * ((seed * (i + app)) % 5));
                await crm.Acme.RecordAsync(CrmUnderTest.Fact($"{candidate}:{app}", at, Application with { Application = JobApplicationId.From($"app-{app}") }, candidate));
            }
        }

        crm.Clock.Now = AcknowledgeDue + Duration.FromDays(seed % 6);
        await crm.Runner.RunDueWorkAsync();
        var expected = new List<(Instant DueAt, string Candidate, string Key)>();
        foreach (var candidate in candidates)
        {
            expected.AddRange((await crm.Acme.FindAsync(CandidateId.From(candidate)))!.Tasks?.Open.Select(t => (t.Task.DueAt, candidate, t.Key.ToString())) ?? []);
        }

        var got = new List<ListedTask>();
        for (var page = await crm.Acme.Tasks.ListAsync(max: size); ; page = await crm.Acme.Tasks.ListAsync(got[^1], size))
        {
            got.AddRange(page);
            if (page.Count < size)
            {
                break;
            }
        }

        Assert.Equal(
            expected.OrderBy(t => t.DueAt).ThenBy(t => t.Candidate, StringComparer.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal),
            got.Select(t => (t.Task.Task.DueAt, t.Candidate.Value, t.Task.Key.ToString())));
        return expected.Count > 0;
    }

    private static Task<CrmUnderTest> OverdueAsync(params string[] candidates) => OverdueAsync(new CrmUnderTest(), candidates);

    private static async Task<CrmUnderTest> OverdueAsync(CrmUnderTest crm, params string[] candidates)
    {
        foreach (var candidate in candidates)
        {
            await crm.HappenAsync($"{candidate}:s", Submitted, Application, candidate);
        }

        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        return crm;
    }

    private sealed class StaleIndex(ICrmIndex index) : ICrmIndex
    {
        internal Func<Task>? Before { get; set; }

        public async ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken)
        {
            var rows = await index.QueryAsync(query, cancellationToken);
            var before = Before;
            Before = null;
            await (before?.Invoke() ?? Task.CompletedTask);
            return rows;
        }
    }
}
