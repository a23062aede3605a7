using CandidateCrm.Engagement;
using CandidateCrm.Jobs;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

/// <summary>Scoring everybody again because a host asks for it: after a change of rules whose own job was cancelled, after damage, and for nothing.</summary>
public sealed class RescoreTests
{
    [Fact]
    public async Task Everybody_is_scored_again_by_the_models_in_force_and_bands_that_change_say_why()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 130);
        await crm.Acme.Jobs.CancelAsync(await People.PublishAsync(crm, People.Rescored), People.Ops);
        crm.Clock.Now += Duration.FromMinutes(1);
        var job = await crm.Acme.Engagement.RescoreAsync(People.Ops, "to be sure");
        await People.FinishAsync(crm);
        var done = await People.JobAsync(crm, job.Id);

        Assert.Equal(("rescore:scores", JobKind.Rescore, "scores", People.Ops, "to be sure"), (job.Id.Value, job.Kind, job.Subject, job.StartedBy, job.Why));
        Assert.Equal((JobState.Done, new JobProgress { Done = 130, Changed = 130, Total = 130 }), (done.State, done.Progress));
        for (var i = 0; i < 130; i++)
        {
            var score = (await People.StoredAsync(crm, i)).Engagement!.Scores[0].State;
            Assert.Equal((2, i % 2 == 0 ? "hot" : "cold"), (score.ModelVersion, score.Band!.Value.Value));
            Assert.Equal(i % 2 == 0 ? 0 : 1, (await People.TimelineAsync(crm, i)).Count(e => e.Entry is BandChanged { ByRules: true }));
        }
    }

    [Fact]
    public async Task How_many_there_are_is_said_however_many_there_are()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Score(DefaultScoring.Recruiting));
        var facts = Enumerable.Range(0, 10_001).Select(i => CrmUnderTest.Fact($"f-{i}", crm.Clock.Now, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, $"c-{i}"));
        Assert.Equal(10_001, (await crm.Acme.ImportAsync(facts.ToAsyncEnumerable())).Progress.Recorded);
        var job = await crm.Acme.Engagement.RescoreAsync(People.Ops);
        await crm.Runner.RunJobsAsync();

        Assert.Equal(10_001, (await People.JobAsync(crm, job.Id)).Progress.Total);
    }

    [Fact]
    public async Task It_ends_where_the_job_of_the_publication_ends_and_doing_it_again_writes_nothing()
    {
        await using var carried = new CrmUnderTest();
        await using var rescored = new CrmUnderTest();
        foreach (var crm in new[] { carried, rescored })
        {
            await People.ApplyAsync(crm, 6);
            var id = await People.PublishAsync(crm, People.Rescored);
            if (crm == rescored)
            {
                await crm.Acme.Jobs.CancelAsync(id, People.Ops);
                await crm.Acme.Engagement.RescoreAsync(People.Ops);
            }

            await People.FinishAsync(crm);
        }

        Assert.Equal(await People.TruthAsync(carried, 6), await People.TruthAsync(rescored, 6));
        var before = await People.TextAsync(rescored, 6);
        var again = await rescored.Acme.Engagement.RescoreAsync(People.Ops);
        await People.FinishAsync(rescored);

        Assert.Equal(JobState.Waiting, again.State);
        Assert.Equal(new JobProgress { Done = 6, Total = 6 }, (await People.JobAsync(rescored, again.Id)).Progress);
        Assert.Equal(before, await People.TextAsync(rescored, 6));
    }

    [Fact]
    public async Task A_score_that_was_damaged_is_made_anew_from_the_timeline()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        var right = await People.TruthAsync(crm, 3);
        var state = await People.StoredAsync(crm, 0);
        var damaged = state with { Engagement = state.Engagement! with { Scores = [state.Engagement.Scores[0] with { State = new ScoreEngine(TestRules.Everything.Scores[0]).Empty }] } };
        var log = await crm.Acme.Rules.ReadAsync();
        var written = await crm.Store.CommitAsync(
            new CrmCommit { Tenant = crm.Acme.Tenant, Relationships = [new RelationshipChange { Next = damaged, ExpectedRevision = state.Revision, Index = IndexRows.Of(damaged) }], RulesPosition = log.Position }, default);
        Assert.Equal(CommitStatus.Committed, written.Status);
        Assert.NotEqual(right, await People.TruthAsync(crm, 3));

        await crm.Acme.Engagement.RescoreAsync(People.Ops);
        var report = await People.FinishAsync(crm);

        Assert.Equal((3L, 1L), (report.Relationships, report.Changed));
        Assert.Equal(right, await People.TruthAsync(crm, 3));
    }

    [Fact]
    public async Task While_one_goes_on_asking_again_is_that_one_and_it_can_be_paused_cancelled_and_restarted()
    {
        await using var crm = Small();
        await People.ApplyAsync(crm, 20);
        await crm.Acme.Jobs.CancelAsync(await People.PublishAsync(crm, People.Rescored), People.Ops);
        var first = await crm.Acme.Engagement.RescoreAsync(People.Ops, "first");
        await crm.Runner.RunJobsAsync();
        var second = await crm.Acme.Engagement.RescoreAsync(Actor.Host, "second");

        Assert.Equal((first.Id, "first", 5L), (second.Id, second.Why, second.Progress.Done));
        Assert.Equal(JobState.Paused, (await crm.Acme.Jobs.PauseAsync(first.Id, People.Ops)).Job!.State);
        crm.Clock.Now += Duration.FromDays(1);
        Assert.Equal(People.Nothing, await crm.Runner.RunJobsAsync());
        await crm.Acme.Jobs.CancelAsync(first.Id, People.Ops);
        Assert.Equal(2, (await People.StoredAsync(crm, 4)).Engagement!.Scores[0].State.ModelVersion);
        Assert.Equal(1, (await People.StoredAsync(crm, 5)).Engagement!.Scores[0].State.ModelVersion);
        await crm.Acme.Engagement.RescoreAsync(People.Ops);
        await People.FinishAsync(crm);
        Assert.Equal(20, (await People.JobAsync(crm, first.Id)).Progress.Done);
        Assert.Equal(2, (await People.StoredAsync(crm, 19)).Engagement!.Scores[0].State.ModelVersion);
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.RescoreAsync(People.Ops, new string('x', 501)));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task A_crash_at_any_call_of_the_store_changes_nothing_in_the_end(bool afterTheCall, bool staysDead) =>
        EveryCrash.ChangesNothingAsync(failingCall => CrashingAsync(failingCall, afterTheCall, staysDead), least: 20, most: 300);

    private static async Task<(string Text, int Calls)> CrashingAsync(int failingCall, bool afterTheCall, bool staysDead)
    {
        DyingStore? store = null;
        await using var crm = Small(more => more.UseStore(clock => store = new DyingStore(clock)));
        await People.ApplyAsync(crm, 7);
        await crm.Acme.Jobs.CancelAsync(await People.PublishAsync(crm, People.Rescored), People.Ops);
        store!.Arm(failingCall, afterTheCall, staysDead);
        await SurviveAsync(store, async () => await crm.Acme.Engagement.RescoreAsync(People.Ops));
        for (var round = 0; round < 8; round++)
        {
            await SurviveAsync(store, async () => await crm.Runner.RunJobsAsync());
            crm.Clock.Now += Duration.FromMinutes(5);
        }

        var calls = store.Calls;
        store.Arm(0, false, false);
        var job = await People.JobAsync(crm, JobId.From("rescore:scores"));
        Assert.Equal((JobState.Done, 7L, 0L), (job.State, job.Progress.Done, job.Progress.Failed));
        return (await People.TruthAsync(crm, 7), calls);
    }

    private static async Task SurviveAsync(DyingStore store, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StoreLostException)
        {
            store.Revive();
            await work();
        }
        finally
        {
            store.Revive();
        }
    }

    private static CrmUnderTest Small(Action<CandidateCrmBuilder>? and = null) => new(more =>
    {
        more.Services.Configure<JobOptions>(o => (o.PageSize, o.PagesPerClaim) = (5, 1));
        and?.Invoke(more);
    });
}
