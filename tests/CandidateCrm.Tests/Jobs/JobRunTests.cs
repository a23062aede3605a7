using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Jobs;
using CandidateCrm.Lifecycle;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Tests.Work;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

public sealed class JobRunTests
{
    [Fact]
    public async Task A_job_is_no_faster_than_its_rate()
    {
        await using var crm = new CrmUnderTest();
        var id = await StartedAsync(crm, 200);
        await crm.Acme.Jobs.SetRateAsync(id, 10, People.Ops);
        var start = crm.Clock.Now;

        // Four pages of 64 are one turn: all of 200 in one go, and then nothing of anybody's for 20 seconds.
        Assert.Equal(200, (await crm.Runner.RunJobsAsync()).Relationships);
        var other = await crm.Acme.RetractBatchAsync(BatchId.From("b"), ReasonCode.From("wrong-file"), People.Ops);
        Assert.Equal(0, (await crm.Runner.RunJobsAsync()).Relationships);
        Assert.Equal(start + Duration.FromSeconds(20), (await People.JobAsync(crm, other.Id)).NextAt);
        crm.Clock.Now = start + Duration.FromSeconds(19.999);
        Assert.Equal(0, (await crm.Runner.RunJobsAsync()).Relationships);
        crm.Clock.Now = start + Duration.FromSeconds(20);
        Assert.Equal(200, (await crm.Runner.RunJobsAsync()).Relationships);
    }

    [Fact]
    public async Task A_turn_has_only_so_many_pages_and_the_next_one_waits_for_the_rate()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 23);
        var start = crm.Clock.Now;
        var seen = new List<(long, Duration?)>();
        for (var job = await People.JobAsync(crm, id); !job.IsOver; job = await People.JobAsync(crm, id))
        {
            crm.Clock.Now = job.NextAt!.Value;
            await crm.Runner.RunJobsAsync();
            job = await People.JobAsync(crm, id);
            seen.Add((job.Progress.Done, job.NextAt - start));
        }

        // Two pages of 5 each time, at 200 a second.
        Assert.Equal([(10, Duration.FromMilliseconds(50)), (20, Duration.FromMilliseconds(100)), (23, null)], seen);
    }

    [Fact]
    public async Task The_jobs_of_one_tenant_do_not_slow_those_of_another()
    {
        await using var crm = Small();
        await StartedAsync(crm, 20);
        var globex = crm.Crm.For(TenantId.From("globex"));
        await globex.RecordAsync(CrmUnderTest.Fact("g", crm.Clock.Now, new EmploymentEnded(), "gus") with { Batch = BatchId.From("b") });
        await globex.RetractBatchAsync(BatchId.From("b"), ReasonCode.From("wrong-file"), People.Ops);
        var report = await crm.Runner.RunJobsAsync();

        Assert.Equal((11L, 11L, 1), (report.Relationships, report.Changed, report.Finished));
    }

    [Fact]
    public async Task Two_runners_at_once_do_each_candidate_once()
    {
        await using var crm = Small();
        await StartedAsync(crm, 200);
        await using var second = crm.SecondNode();
        var report = People.Nothing;
        for (var round = 0; round < 100; round++)
        {
            var both = await Task.WhenAll(Task.Run(() => crm.Runner.RunJobsAsync().AsTask()), Task.Run(() => second.Runner.RunJobsAsync().AsTask()));
            report = People.Together(report, People.Together(both[0], both[1]));
            crm.Clock.Now += Duration.FromSeconds(1);
        }

        Assert.Equal((200L, 200L, 0L, 1), (report.Relationships, report.Changed, report.Failed, report.Finished));
        for (var i = 1; i < 200; i += 2)
        {
            Assert.Single(await People.TimelineAsync(crm, i), e => e.Entry is BandChanged { ByRules: true });
        }
    }

    [Fact]
    public async Task A_candidate_that_fails_is_listed_and_the_others_go_on()
    {
        FailingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new FailingStore(clock));
        });
        var id = await StartedAsync(crm, 130);
        store!.Fails = commit => commit.Relationships.Any(r => r.Next.Key.Candidate.Value is "c-001" or "c-128");
        var report = await People.FinishAsync(crm);
        var job = await People.JobAsync(crm, id);

        Assert.Equal((130L, 128L, 2L, 1), (report.Relationships, report.Changed, report.Failed, report.Finished));
        Assert.Equal((JobState.Done, "TimeoutException"), (job.State, job.LastError));
        Assert.Equal([("c-001", "TimeoutException"), ("c-128", "TimeoutException")], job.Failures.Select(f => (f.Candidate.Value, f.Code)));
        store.Fails = _ => false;
        await crm.Acme.Jobs.RestartAsync(id, People.Ops);
        await People.FinishAsync(crm);
        var again = await People.JobAsync(crm, id);
        Assert.Equal((new JobProgress { Done = 130, Changed = 2, Total = 130 }, 0, null), (again.Progress, again.Failures.Length, again.LastError));
    }

    [Fact]
    public async Task No_more_than_a_hundred_failures_are_listed_and_all_of_them_counted()
    {
        FailingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new FailingStore(clock));
        });
        var id = await StartedAsync(crm, 120);
        store!.Fails = commit => !commit.Relationships.IsEmpty;
        await People.FinishAsync(crm);
        var job = await People.JobAsync(crm, id);

        Assert.Equal((100, 120L, "c-099"), (job.Failures.Length, job.Progress.Failed, job.Failures[^1].Candidate.Value));
    }

    [Fact]
    public async Task A_job_whose_pages_fail_again_and_again_pauses_longer_each_time_and_fails_in_the_end()
    {
        FailingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<JobOptions>(o => o.MostAttempts = 3);
            more.UseStore(clock => store = new FailingStore(clock));
        });
        var id = await StartedAsync(crm, 3);
        store!.FailsList = true;
        var start = crm.Clock.Now;
        Assert.Equal(1, (await crm.Runner.RunJobsAsync()).PagesFailed);
        var second = (await People.JobAsync(crm, id)).NextAt!.Value;
        (second - start).IsAbout(Duration.FromSeconds(10));
        crm.Clock.Now = second;
        await crm.Runner.RunJobsAsync();
        var third = (await People.JobAsync(crm, id)).NextAt!.Value;
        (third - second).IsAbout(Duration.FromSeconds(20));
        crm.Clock.Now = third;
        await crm.Runner.RunJobsAsync();

        var job = await People.JobAsync(crm, id);
        Assert.Equal((JobState.Failed, "TimeoutException", null, crm.Clock.Now), (job.State, job.LastError, job.NextAt, job.FinishedAt));
        store.FailsList = false;
        await crm.Acme.Jobs.RestartAsync(id, People.Ops);
        Assert.Equal(3, (await People.FinishAsync(crm)).Changed);
    }

    [Fact]
    public async Task A_pause_during_a_page_lets_the_page_end_and_frees_the_job_at_once()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<JobOptions>(o => o.PageSize = 5);
            more.UseStore(clock => store = new StealingStore(clock));
        });
        var id = await StartedAsync(crm, 20);
        store!.BeforeCommit = () => crm.Acme.Jobs.PauseAsync(id, People.Ops).AsTask().GetAwaiter().GetResult();
        await crm.Runner.RunJobsAsync();

        var paused = await People.JobAsync(crm, id);
        Assert.Equal((JobState.Paused, 5L, null), (paused.State, paused.Progress.Done, paused.NextAt));
        crm.Clock.Now += Duration.FromSeconds(1);
        await crm.Acme.Jobs.ResumeAsync(id, People.Ops);
        var report = await crm.Runner.RunJobsAsync();
        Assert.Equal((15L, 15L), (report.Relationships, report.Changed));
    }

    [Fact]
    public async Task A_restart_during_a_page_is_not_overwritten_by_it()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<JobOptions>(o => o.PageSize = 5);
            more.UseStore(clock => store = new StealingStore(clock));
        });
        var id = await StartedAsync(crm, 20);
        store!.BeforeCommit = () => crm.Acme.Jobs.RestartAsync(id, People.Ops).AsTask().GetAwaiter().GetResult();
        await People.FinishAsync(crm);

        Assert.Equal(new JobProgress { Done = 20, Changed = 15, Total = 20 }, (await People.JobAsync(crm, id)).Progress);
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_leaves_the_job_to_the_other()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new StealingStore(clock));
        });
        var id = await StartedAsync(crm, 10);
        store!.BeforeCommit = () =>
        {
            crm.Clock.Now += Duration.FromMinutes(2);
            return Assert.Single(((IJobQueue)store).ClaimAsync(new ClaimRequest(), default).AsTask().GetAwaiter().GetResult().Documents);
        };
        var report = await crm.Runner.RunJobsAsync();

        Assert.Equal((0L, 1), (report.Relationships, report.LeftToOthers));
        Assert.Equal(0, (await People.JobAsync(crm, id)).Progress.Done);
        crm.Clock.Now += Duration.FromMinutes(2);
        report = await crm.Runner.RunJobsAsync();
        Assert.Equal((10L, 9L), (report.Relationships, report.Changed));
    }

    [Fact]
    public async Task Cancelling_stops_the_work_and_gives_the_job_back()
    {
        StealingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new StealingStore(clock));
        });
        await StartedAsync(crm, 10);
        using var stop = new CancellationTokenSource();
        store!.BeforeCommit = () =>
        {
            stop.Cancel();
            return true;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.RunJobsAsync(stop.Token));
        var report = await crm.Runner.RunJobsAsync();

        Assert.Equal((10L, 1), (report.Relationships, report.Finished));
    }

    [Fact]
    public async Task What_this_version_does_not_know_is_left_alone_and_keeps_nobody_waiting()
    {
        await using var crm = new CrmUnderTest();
        var id = await StartedAsync(crm, 3);
        var log = (await crm.Acme.Rules.ReadAsync()).Position;
        TenantDocument Document(string kind, string name, string json) => new() { Key = new DocumentKey(crm.Acme.Tenant, kind, name), DueAt = Histories.Start, Json = json };
        var known = (await ((ITenantDocuments)crm.Store).ReadAsync(DocumentQuery.Of(new DocumentKey(crm.Acme.Tenant, "job", id.Value)), default))[0].Json;
        TenantDocument[] strange =
        [
            Document("digest", "1", "{}"),
            Document("job", "newer", known.Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal)),
            Document("job", "other", known.Replace("rules-carry", "count-heads", StringComparison.Ordinal)),
            Document("job", "broken", "{"),
        ];
        await crm.Store.CommitAsync(new CrmCommit { Tenant = crm.Acme.Tenant, Relationships = [], RulesPosition = log, Documents = [.. strange.Select(d => new DocumentChange { Next = d, ExpectedRevision = 0 })] }, default);
        var report = await crm.Runner.RunJobsAsync();

        Assert.Equal((3L, 1, 4), (report.Changed, report.Finished, report.LeftToOthers));
        foreach (var document in strange)
        {
            var there = (await ((ITenantDocuments)crm.Store).ReadAsync(DocumentQuery.Of(document.Key), default))[0];
            Assert.Equal((1, document.Json), (there.Revision, there.Json));
        }
    }

    [Theory]
    [InlineData("\"schema\":1", "\"schema\":2")]
    [InlineData("{", "[")]
    public async Task A_job_that_this_version_cannot_read_keeps_no_other_out_of_the_list(string before, string after)
    {
        await using var crm = new CrmUnderTest();
        var id = await StartedAsync(crm, 3);
        var log = (await crm.Acme.Rules.ReadAsync()).Position;
        var known = (await ((ITenantDocuments)crm.Store).ReadAsync(DocumentQuery.Of(new DocumentKey(crm.Acme.Tenant, "job", id.Value)), default))[0].Json;
        var strange = new TenantDocument { Key = new DocumentKey(crm.Acme.Tenant, "job", "a-newer-one"), DueAt = Histories.Start, Json = known.Replace(before, after, StringComparison.Ordinal) };
        await crm.Store.CommitAsync(new CrmCommit { Tenant = crm.Acme.Tenant, Relationships = [], RulesPosition = log, Documents = [new DocumentChange { Next = strange, ExpectedRevision = 0 }] }, default);

        var listed = await crm.Acme.Jobs.ListAsync();
        Assert.Equal([("a-newer-one", JobState.Unreadable), (id.Value, JobState.Waiting)], listed.Select(job => (job.Id.Value, job.State)));
        Assert.Equal((JobState.Unreadable, Histories.Start), ((await crm.Acme.Jobs.FindAsync(listed[0].Id))!.State, listed[0].NextAt));
        var refused = await crm.Acme.Jobs.PauseAsync(listed[0].Id, People.Ops);
        Assert.Equal((JobRefusalCodes.Unreadable, JobState.Unreadable), (refused.Refusal!.Code, refused.Job!.State));
    }

    private static CrmUnderTest Small() => new(more => more.Services.Configure<JobOptions>(o =>
    {
        o.PageSize = 5;
        o.PagesPerClaim = 2;
    }));

    private static async Task<JobId> StartedAsync(CrmUnderTest crm, int people)
    {
        await People.ApplyAsync(crm, people);
        return await People.PublishAsync(crm, People.Rescored);
    }

    private sealed class FailingStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal Func<CrmCommit, bool> Fails { get; set; } = _ => false;

        internal bool FailsList { get; set; }

        public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
            Fails(commit) ? throw new TimeoutException("c-001 takes too long") : base.CommitAsync(commit, cancellationToken);

        protected override ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call) =>
            FailsList && name == "query" ? throw new TimeoutException() : base.AroundAsync(name, call);
    }
}
