using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Jobs;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Jobs;

public sealed class RulesCarryTests
{
    [Fact]
    public async Task A_new_scoring_model_scores_everybody_again_and_says_whose_band_changed()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 200);
        var id = await People.PublishAsync(crm, People.Rescored);
        var report = await People.FinishAsync(crm);
        var job = await People.JobAsync(crm, id);

        Assert.Equal((200L, 200L, 0L, 1), (report.Relationships, report.Changed, report.Failed, report.Finished));
        Assert.Equal((JobState.Done, JobKind.RulesCarry, "2", People.Ops, "because"), (job.State, job.Kind, job.Subject, job.StartedBy, job.Why));
        Assert.Equal(new JobProgress { Done = 200, Changed = 200, Total = 200 }, job.Progress);
        for (var i = 0; i < 200; i++)
        {
            var state = await People.StoredAsync(crm, i);
            Assert.Equal((2, i % 2 == 0 ? "hot" : "cold"), (state.Engagement!.Scores[0].State.ModelVersion, state.Engagement.Scores[0].State.Band!.Value.Value));
            var byRules = (await People.TimelineAsync(crm, i)).Where(e => e.Entry is BandChanged { ByRules: true }).ToArray();

            // Who only applied had 10 points and has 1: warm to cold. Who replied too had 18: hot, and hot they stay.
            Assert.Equal(i % 2 == 0 ? 0 : 1, byRules.Length);
        }

        await crm.Runner.DrainOutboxAsync();
        Assert.Equal(100, crm.Announced.Count(a => a.Key.Part == "announce.band_changed" && a.At == job.OrderedAt));
    }

    [Fact]
    public async Task Where_the_publisher_died_before_its_job_whoever_works_for_the_tenant_next_starts_it()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        var stored = RulesDocuments.Of(People.Rescored);
        var store = crm.Services.GetRequiredService<IRulesStore>();
        var first = (await store.ReadLogAsync(crm.Acme.Tenant, 0, default))[0];
        await store.PublishAsync(
            new RulesPublication
            {
                Tenant = crm.Acme.Tenant,
                Version = first with { Position = 2, EffectiveFrom = crm.Clock.Now, PublishedAt = crm.Clock.Now, Manifest = stored.Manifest },
                Definitions = stored.Documents,
            },
            default);
        await using var other = crm.SecondNode();
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
        await People.TellAsync(other, 0, "mail", new TouchpointRecorded { Kind = TouchKinds.EmailClicked, Direction = Direction.Inbound });

        Assert.Equal("rules-carry:2", Assert.Single(await crm.Acme.Jobs.ListAsync()).Id.Value);
    }

    [Fact]
    public async Task What_a_job_carried_is_what_a_touch_would_have_found()
    {
        await using var carried = new CrmUnderTest();
        await using var touched = new CrmUnderTest();
        foreach (var crm in new[] { carried, touched })
        {
            await People.ApplyAsync(crm, 4);
            await People.PublishAsync(crm, People.Rescored);
        }

        await People.FinishAsync(carried);
        foreach (var crm in new[] { carried, touched })
        {
            crm.Clock.Now = Histories.Start + Duration.FromDays(1);
            for (var i = 0; i < 4; i++)
            {
                await People.TellAsync(crm, i, "mail", new TouchpointRecorded { Kind = TouchKinds.EmailClicked, Direction = Direction.Inbound });
            }
        }

        Assert.Equal(await People.TruthAsync(touched, 4), await People.TruthAsync(carried, 4));
    }

    [Fact]
    public async Task A_new_expectation_touches_nobody()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 5);
        var before = await People.TextAsync(crm, 5);
        await People.PublishAsync(crm, TestRules.Everything with
        {
            Expectations = [.. TestRules.Everything.Expectations.Skip(1), (OnceExpectation)TestRules.Everything.Expectations[1] with { Key = ExpectationKey.From("another"), Version = 1 }],
        });

        Assert.Equal(People.Nothing, await crm.Runner.RunJobsAsync());
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
        Assert.Equal(before, await People.TextAsync(crm, 5));
    }

    [Fact]
    public async Task Switching_the_charter_off_makes_open_promises_void_without_waiting_for_a_touch()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 70);
        var outcome = await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }, new PublishTerms { By = People.Ops, Expected = 1 });
        Assert.Equal(PublishStatus.Published, outcome.Status);
        var report = await People.FinishAsync(crm);

        Assert.Equal((70L, 70L), (report.Relationships, report.Changed));
        for (var i = 0; i < 70; i++)
        {
            Assert.Empty((await People.StoredAsync(crm, i)).Charter!.Promises);
            Assert.Equal(i % 2 == 0 ? 3 : 2, (await People.TimelineAsync(crm, i)).Count(e => e.Entry is PromiseVoided && e.OccurredAt == Histories.Start + Duration.FromHours(2)));
        }

        Assert.Equal(0, (await crm.Runner.RunDueWorkAsync()).Settled);
    }

    [Fact]
    public async Task Who_has_no_promise_is_passed_over_when_the_charter_is_switched_off()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        await crm.HappenAsync("f", Histories.Start + Duration.FromHours(1), new CandidateFound { Source = SourceCode.From("fair") });
        crm.Clock.Now += Duration.FromHours(1);
        await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }, new PublishTerms { By = People.Ops, Expected = 1 });
        var report = await People.FinishAsync(crm);

        Assert.Equal((4L, 3L), (report.Relationships, report.Changed));
        Assert.Equal(1, (await crm.AnnaAsync()).Revision);
    }

    [Fact]
    public async Task Rules_that_are_scheduled_are_carried_at_their_instant_and_not_before()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        var from = crm.Clock.Now + Duration.FromDays(2);
        var id = await People.PublishAsync(crm, People.Rescored, from);

        Assert.Equal(from, (await People.JobAsync(crm, id)).NextAt);
        crm.Clock.Now = from - Duration.FromMilliseconds(1);
        Assert.Equal(0, (await crm.Runner.RunJobsAsync()).Pages);
        crm.Clock.Now = from;
        await People.FinishAsync(crm);
        Assert.Equal(2, (await People.StoredAsync(crm, 0)).Engagement!.Scores[0].State.ModelVersion);
        Assert.Equal(JobState.Done, (await People.JobAsync(crm, id)).State);
    }

    [Fact]
    public async Task Rules_that_were_withdrawn_are_not_carried()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 3);
        var from = crm.Clock.Now + Duration.FromDays(2);
        var scheduled = await People.PublishAsync(crm, People.Rescored, from);
        await People.PublishAsync(crm, TestRules.Everything with { Announced = [] });
        crm.Clock.Now = from;
        await People.FinishAsync(crm);
        var job = await People.JobAsync(crm, scheduled);

        Assert.Equal((JobState.Done, new JobProgress { Total = 0 }), (job.State, job.Progress));
        Assert.Equal(1, (await People.StoredAsync(crm, 0)).Engagement!.Scores[0].State.ModelVersion);
    }

    [Fact]
    public async Task Whoever_reads_the_rules_first_starts_the_jobs_of_all_that_is_scheduled()
    {
        await using var twin = new CrmUnderTest();
        await using var crm = new CrmUnderTest();
        await People.PublishAsync(twin, People.Rescored, twin.Clock.Now + Duration.FromDays(2));
        await People.PublishAsync(twin, TestRules.Everything, twin.Clock.Now + Duration.FromDays(4));
        await crm.Acme.Rules.ReadAsync();
        foreach (var version in (await twin.Acme.Rules.ReadAsync()).Versions.Skip(1))
        {
            // Published by a process that died before it started anything.
            var publication = new RulesPublication { Tenant = crm.Acme.Tenant, Version = version, Definitions = RulesDocuments.Of(People.Rescored).Documents };
            Assert.True(await crm.Services.GetRequiredService<IRulesStore>().PublishAsync(publication, default));
        }

        await using var second = crm.SecondNode();
        await second.Acme.Rules.ReadAsync();
        Assert.Equal(["rules-carry:2", "rules-carry:3"], (await second.Acme.Jobs.ListAsync()).Select(job => job.Id.Value));
    }

    [Fact]
    public async Task Restarting_a_job_that_carried_rules_writes_nothing()
    {
        await using var crm = new CrmUnderTest();
        await People.ApplyAsync(crm, 5);
        var id = await People.PublishAsync(crm, People.Rescored);
        await People.FinishAsync(crm);
        var before = await People.TextAsync(crm, 5);
        await crm.Acme.Jobs.RestartAsync(id, People.Ops, "to be sure");
        var report = await People.FinishAsync(crm);

        Assert.Equal((5L, 0L, 1), (report.Relationships, report.Changed, report.Finished));
        Assert.Equal(before, await People.TextAsync(crm, 5));
        Assert.Equal((JobCommandKind.Restart, "to be sure"), ((await People.JobAsync(crm, id)).Commands[^1].Kind, (await People.JobAsync(crm, id)).Commands[^1].Why));
    }
}
