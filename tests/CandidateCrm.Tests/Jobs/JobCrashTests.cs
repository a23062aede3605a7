using CandidateCrm.Applications;
using CandidateCrm.Jobs;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

/// <summary>A process that dies at any call of its store while it publishes and does jobs, and comes back, ends as if nothing had happened.</summary>
public sealed class JobCrashTests
{
    private const int Candidates = 7;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public Task A_crash_at_any_call_of_the_store_changes_nothing_in_the_end(bool afterTheCall, bool staysDead) =>
        EveryCrash.ChangesNothingAsync(failingCall => RunAsync(failingCall, afterTheCall, staysDead), least: 40, most: 400);

    private static async Task<(string Text, int Calls)> RunAsync(int failingCall, bool afterTheCall, bool staysDead)
    {
        DyingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<JobOptions>(o => (o.PageSize, o.PagesPerClaim) = (3, 2));
            more.UseStore(clock => store = new DyingStore(clock));
        });
        await People.ApplyAsync(crm, Candidates, BatchId.From("march"));
        var from = crm.Clock.Now + Duration.FromMinutes(10);
        store!.Arm(failingCall, afterTheCall, staysDead);
        await SurviveAsync(store, () => PublishOnceAsync(crm, from));
        await SurviveAsync(store, async () => await crm.Acme.RetractBatchAsync(BatchId.From("march"), ReasonCode.From("wrong-file"), People.Ops));
        crm.Clock.Now = from;
        for (var round = 0; round < 12; round++)
        {
            await SurviveAsync(store, async () => await crm.Runner.RunJobsAsync());
            crm.Clock.Now += Duration.FromMinutes(5);
        }

        var calls = store.Calls;
        store.Arm(0, false, false);
        var jobs = await crm.Acme.Jobs.ListAsync();
        Assert.Equal(["retract-batch:march", "rules-carry:2"], jobs.Select(j => j.Id.Value));
        Assert.All(jobs, job => Assert.Equal((JobState.Done, Candidates, 0L), (job.State, (int)job.Progress.Done, job.Progress.Failed)));
        return (await People.TruthAsync(crm, Candidates), calls);
    }

    /// <summary>Publishes as a host does that does not know what became of its first try: reads, and publishes where that is missing.</summary>
    private static async Task PublishOnceAsync(CrmUnderTest crm, Instant from)
    {
        if ((await crm.Acme.Rules.ReadAsync()).Position == 1)
        {
            await crm.Acme.Rules.PublishAsync(RulesDraft.Of(People.Rescored), new PublishTerms { By = People.Ops, Expected = 1, EffectiveFrom = from });
        }
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
}
