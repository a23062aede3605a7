using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

public sealed class JobCommandTests
{
    [Fact]
    public async Task A_paused_job_rests_until_it_is_resumed_and_goes_on_where_it_stopped()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 20);
        await crm.Runner.RunJobsAsync();
        Assert.Equal(JobState.Paused, (await crm.Acme.Jobs.PauseAsync(id, People.Ops, "too slow")).Job!.State);
        crm.Clock.Now += Duration.FromDays(1);

        Assert.Equal(People.Nothing, await crm.Runner.RunJobsAsync());
        Assert.Equal(5, (await People.JobAsync(crm, id)).Progress.Done);
        Assert.Equal(JobState.Running, (await crm.Acme.Jobs.ResumeAsync(id, People.Ops)).Job!.State);
        var report = await People.FinishAsync(crm);
        var job = await People.JobAsync(crm, id);
        Assert.Equal((15L, JobState.Done), (report.Relationships, job.State));
        Assert.Equal([(JobCommandKind.Pause, "too slow"), (JobCommandKind.Resume, "")], job.Commands.Select(c => (c.Kind, c.Why)));
        Assert.All(job.Commands, c => Assert.Equal(People.Ops, c.By));
    }

    [Fact]
    public async Task A_cancelled_job_does_nothing_more_and_keeps_what_it_did()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 20);
        await crm.Runner.RunJobsAsync();
        var cancelled = (await crm.Acme.Jobs.CancelAsync(id, People.Ops, "not now")).Job!;
        crm.Clock.Now += Duration.FromDays(1);

        Assert.Equal((JobState.Cancelled, crm.Clock.Now - Duration.FromDays(1), null), (cancelled.State, cancelled.FinishedAt, cancelled.NextAt));
        Assert.Equal(People.Nothing, await crm.Runner.RunJobsAsync());
        Assert.Equal(2, (await People.StoredAsync(crm, 4)).Engagement!.Scores[0].State.ModelVersion);
        Assert.Equal(1, (await People.StoredAsync(crm, 5)).Engagement!.Scores[0].State.ModelVersion);
    }

    [Fact]
    public async Task A_restarted_job_begins_from_the_front()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 20);
        await crm.Runner.RunJobsAsync();
        await crm.Acme.Jobs.CancelAsync(id, People.Ops);
        var restarted = (await crm.Acme.Jobs.RestartAsync(id, People.Ops)).Job!;

        Assert.Equal((JobState.Waiting, default(JobProgress), null, null), (restarted.State, restarted.Progress, restarted.StartedAt, restarted.FinishedAt));
        var report = await People.FinishAsync(crm);
        Assert.Equal((20L, 15L), (report.Relationships, report.Changed));
        Assert.Equal(new JobProgress { Done = 20, Changed = 15, Total = 20 }, (await People.JobAsync(crm, id)).Progress);
    }

    [Fact]
    public async Task A_job_that_is_scheduled_stays_scheduled_when_it_was_paused_or_restarted()
    {
        await using var crm = Small();
        await People.ApplyAsync(crm, 2);
        var from = crm.Clock.Now + Duration.FromDays(3);
        var id = await People.PublishAsync(crm, People.Rescored, from);
        await crm.Acme.Jobs.PauseAsync(id, People.Ops);

        Assert.Equal((from, JobState.Waiting), Next((await crm.Acme.Jobs.ResumeAsync(id, People.Ops)).Job!));
        Assert.Equal((from, JobState.Waiting), Next((await crm.Acme.Jobs.RestartAsync(id, People.Ops)).Job!));
    }

    [Fact]
    public async Task A_command_that_asks_for_what_is_so_already_changes_nothing_and_is_not_noted()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 1);
        Assert.Null((await crm.Acme.Jobs.ResumeAsync(id, People.Ops)).Refusal);
        await crm.Acme.Jobs.PauseAsync(id, People.Ops);
        Assert.Null((await crm.Acme.Jobs.PauseAsync(id, People.Ops)).Refusal);
        await crm.Acme.Jobs.CancelAsync(id, People.Ops);
        Assert.Null((await crm.Acme.Jobs.CancelAsync(id, People.Ops)).Refusal);

        Assert.Equal([JobCommandKind.Pause, JobCommandKind.Cancel], (await People.JobAsync(crm, id)).Commands.Select(c => c.Kind));
    }

    [Fact]
    public async Task What_is_over_can_only_be_restarted_and_what_is_not_there_not_at_all()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 1);
        await People.FinishAsync(crm);

        Assert.Equal("job.over", (await crm.Acme.Jobs.PauseAsync(id, People.Ops)).Refusal!.Code);
        Assert.Equal("job.over", (await crm.Acme.Jobs.ResumeAsync(id, People.Ops)).Refusal!.Code);
        Assert.Equal("job.over", (await crm.Acme.Jobs.CancelAsync(id, People.Ops)).Refusal!.Code);
        Assert.Equal("job.over", (await crm.Acme.Jobs.SetRateAsync(id, 5, People.Ops)).Refusal!.Code);
        Assert.Equal("job.unknown", (await crm.Acme.Jobs.RestartAsync(JobId.From("nothing"), People.Ops)).Refusal!.Code);
        Assert.Null(await crm.Acme.Jobs.FindAsync(JobId.From("nothing")));
        Assert.Null(await crm.Crm.For(TenantId.From("globex")).Jobs.FindAsync(id));
    }

    [Fact]
    public async Task Only_the_newest_commands_are_kept_and_reasons_have_a_limit()
    {
        await using var crm = Small();
        var id = await StartedAsync(crm, 1);
        for (var i = 1; i <= Job.MostCommands + 3; i++)
        {
            await crm.Acme.Jobs.SetRateAsync(id, i, People.Ops, $"{i}");
        }

        var job = await People.JobAsync(crm, id);
        Assert.Equal((Job.MostCommands, "4", "103", 103), (job.Commands.Length, job.Commands[0].Why, job.Commands[^1].Why, job.RatePerSecond));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Jobs.PauseAsync(id, People.Ops, new string('x', 501)));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Jobs.SetRateAsync(id, 0, People.Ops));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Jobs.SetRateAsync(id, 100_001, People.Ops));
    }

    [Fact]
    public async Task Jobs_are_listed_a_page_at_a_time_in_the_order_of_their_names()
    {
        await using var crm = Small();
        await StartedAsync(crm, 1);
        foreach (var batch in new[] { "b", "a", "c" })
        {
            await crm.Acme.RetractBatchAsync(BatchId.From(batch), ReasonCode.From("wrong-file"), People.Ops);
        }

        var first = await crm.Acme.Jobs.ListAsync(max: 2);
        var second = await crm.Acme.Jobs.ListAsync(first[^1].Id, max: 2);
        Assert.Equal(["retract-batch:a", "retract-batch:b", "retract-batch:c", "rules-carry:2"], first.Concat(second).Select(j => j.Id.Value));
        Assert.Empty(await crm.Acme.Jobs.ListAsync(second[^1].Id));
    }

    private static (Instant?, JobState) Next(Job job) => (job.NextAt, job.State);

    private static CrmUnderTest Small() => new(more => more.Services.Configure<JobOptions>(o =>
    {
        o.PageSize = 5;
        o.PagesPerClaim = 1;
    }));

    private static async Task<JobId> StartedAsync(CrmUnderTest crm, int people)
    {
        await People.ApplyAsync(crm, people);
        return await People.PublishAsync(crm, People.Rescored);
    }
}
