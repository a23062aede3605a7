using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CandidateCrm.Tests.Jobs;

public sealed class FaultRedriveTests
{
    [Fact]
    public async Task A_feature_that_no_longer_fails_is_as_if_it_had_never_failed()
    {
        var flaky = new Flaky();
        var sound = new Flaky { Fails = false };
        await using var crm = With(flaky);
        await using var never = With(sound);
        foreach (var one in new[] { crm, never })
        {
            await People.ApplyAsync(one, 4);
        }

        Assert.Equal("flaky", Assert.Single((await People.StoredAsync(crm, 0)).Faults).Feature);
        flaky.Fails = false;
        await crm.Acme.Faults.RedriveAllAsync(new FaultFilter(), People.Ops, "mended");
        var report = await People.FinishAsync(crm);

        Assert.Equal((2L, 2L, 1), (report.Relationships, report.Changed, report.Finished));
        Assert.Empty(await crm.Acme.Faults.ListAsync());
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(StateText.Of(await People.StoredAsync(never, i)), StateText.Of(await People.StoredAsync(crm, i)));
            Assert.Equal((await People.TimelineAsync(never, i)).Select(ReplayCheck.Line), (await People.TimelineAsync(crm, i)).Where(e => !CorrectionNotice.Is(e)).Select(ReplayCheck.Line));
            var key = new RelationshipKey(crm.Acme.Tenant, CandidateId.From(People.Name(i)));
            Assert.Equal(await WantedAsync(never, key), await WantedAsync(crm, key));
        }
    }

    [Fact]
    public async Task A_feature_that_still_fails_stays_as_it_is_and_nothing_is_written()
    {
        await using var crm = With(new Flaky());
        await People.ApplyAsync(crm, 2);
        var before = await People.TextAsync(crm, 2);
        var tries = (await People.StoredAsync(crm, 0)).Redrive;
        var redriven = await crm.Acme.Faults.RedriveAsync(CandidateId.From("c-000"));
        var job = await crm.Acme.Faults.RedriveAllAsync(new FaultFilter(), People.Ops);
        var report = await People.FinishAsync(crm);

        Assert.Empty(redriven!.Healed);
        Assert.Single(redriven.Left);
        Assert.Equal((1L, 0L, 1), (report.Relationships, report.Changed, report.Finished));
        Assert.Equal(before, await People.TextAsync(crm, 2));
        Assert.NotNull(tries);
        Assert.Equal(tries, (await People.StoredAsync(crm, 0)).Redrive);
        Assert.Equal(new JobProgress { Done = 1, Total = 1 }, (await People.JobAsync(crm, job.Id)).Progress);
    }

    [Fact]
    public async Task One_candidate_is_tried_again_at_once()
    {
        var flaky = new Flaky();
        await using var crm = With(flaky);
        await People.ApplyAsync(crm, 4);
        flaky.Fails = false;
        var redriven = await crm.Acme.Faults.RedriveAsync(CandidateId.From("c-000"));

        Assert.Equal(("flaky", 0), (Assert.Single(redriven!.Healed).Feature, redriven.Left.Length));
        Assert.Equal("c-002", Assert.Single(await crm.Acme.Faults.ListAsync()).Candidate.Value);
        Assert.Empty((await crm.Acme.Faults.RedriveAsync(CandidateId.From("c-001")))!.Healed);
        Assert.Null(await crm.Acme.Faults.RedriveAsync(CandidateId.From("nobody")));
        Assert.Single((await People.StoredAsync(crm, 0)).Tasks!.Open, t => t.Key.Rule == "flaky");
    }

    [Fact]
    public async Task Faults_are_listed_page_by_page_earliest_first()
    {
        await using var crm = With(new Flaky());
        await People.ApplyAsync(crm, 5);
        crm.Clock.Now += Duration.FromMinutes(1);
        await People.TellAsync(crm, 1, "replied", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound });
        var first = await crm.Acme.Faults.ListAsync(max: 3);
        var second = await crm.Acme.Faults.ListAsync(first[^1], max: 3);

        Assert.Equal(["c-000", "c-002", "c-004", "c-001"], first.Concat(second).Select(f => f.Candidate.Value));
        Assert.All(first, f => Assert.Equal(("flaky", "reaction.threw:InvalidTimeZoneException", Histories.Start + Duration.FromHours(1)), (f.Fault.Feature, f.Fault.Code, f.Fault.At)));
        Assert.Empty(await crm.Acme.Faults.ListAsync(second[^1]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Faults.ListAsync(max: 0));
    }

    [Fact]
    public async Task A_page_of_faults_is_filled_where_some_are_gone_since_their_rows_were_read()
    {
        await using var crm = With(new Flaky());
        await People.ApplyAsync(crm, 6);
        var gone = new IndexRow { Index = IndexNames.Faults, Candidate = CandidateId.From("c-001"), Sort = 0, Item = "flaky\t\tx" };
        var stores = ActivatorUtilities.CreateInstance<CrmStores>(crm.Services, new StaleIndex(crm.Index, gone));
        var list = ActivatorUtilities.CreateInstance<FeatureFaults>(crm.Services, crm.Acme.Tenant, stores);

        Assert.Equal(["c-000", "c-002"], (await list.ListAsync(max: 2)).Select(f => f.Candidate.Value));
    }

    [Fact]
    public async Task A_candidate_with_two_failed_features_does_not_bring_a_job_beyond_its_total()
    {
        await using var crm = With(new Flaky(), new Flaky("brittle"));
        await People.ApplyAsync(crm, 4);
        var job = await crm.Acme.Faults.RedriveAllAsync(new FaultFilter(), People.Ops);
        await People.FinishAsync(crm);
        var progress = (await People.JobAsync(crm, job.Id)).Progress;

        Assert.Equal((4L, 4L), (progress.Done, progress.Total));
    }

    [Theory]
    [InlineData("flaky", null, null, 2)]
    [InlineData("charter", null, null, 0)]
    [InlineData(null, "reaction.threw:InvalidTimeZoneException", null, 2)]
    [InlineData(null, "derived.limit", null, 0)]
    [InlineData(null, null, "expectation/other", 0)]
    public async Task Only_faults_that_are_meant_are_tried_again(string? feature, string? code, string? definition, int changed)
    {
        var flaky = new Flaky();
        await using var crm = With(flaky);
        await People.ApplyAsync(crm, 4);
        flaky.Fails = false;
        var job = await crm.Acme.Faults.RedriveAllAsync(new FaultFilter { Feature = feature, Code = code, Definition = definition }, People.Ops);

        Assert.Equal(changed, (await People.FinishAsync(crm)).Changed);
        Assert.Equal($"{feature ?? "*"}:{definition ?? "*"}:{code ?? "*"}", job.Subject);
    }

    private static async Task<IEnumerable<string>> WantedAsync(CrmUnderTest crm, RelationshipKey key) =>
        (await crm.Store.ReadEffectsAsync(EffectQuery.Of(key), default)).Select(e => $"{e.Effect.Key} {e.State} {e.Effect.IntendedAt}");

    [Fact]
    public async Task A_feature_that_fails_later_each_time_is_not_tried_for_ever()
    {
        var creeping = new Creeping();
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Replace(ServiceDescriptor.Singleton(new RelationshipEngine([.. ReactionOrder.All, creeping])));
            more.Services.Configure<JobOptions>(o => o.PagesPerClaim = 1);
        });
        await People.ApplyAsync(crm, 1);
        await crm.Runner.RunDueWorkAsync();
        var job = await crm.Acme.Faults.RedriveAllAsync(new FaultFilter(), People.Ops);
        for (var hour = 0; hour < 6; hour++)
        {
            crm.Clock.Now += Duration.FromHours(1);
            creeping.FailsFrom = crm.Clock.Now;
            await crm.Runner.RunJobsAsync();
        }

        Assert.Equal((JobState.Done, 2L), ((await People.JobAsync(crm, job.Id)).State, (await People.JobAsync(crm, job.Id)).Progress.Done));
        Assert.Equal("creeping", Assert.Single((await People.StoredAsync(crm, 0)).Faults).Feature);
    }

    private static CrmUnderTest With(params Flaky[] flaky) => new(more =>
    {
        more.Services.Replace(ServiceDescriptor.Singleton(new RelationshipEngine([.. ReactionOrder.All, .. flaky])));
        more.Services.Configure<JobOptions>(o => o.PageSize = flaky.Length > 1 ? 1 : o.PageSize);
    });

    /// <summary>A list that still has a row of what is gone.</summary>
    private sealed class StaleIndex(ICrmIndex index, IndexRow gone) : ICrmIndex
    {
        public async ValueTask<IReadOnlyList<IndexRow>> QueryAsync(IndexQuery query, CancellationToken cancellationToken)
        {
            var rows = await index.QueryAsync(query, cancellationToken);
            return query.After is null ? [gone, .. rows.Take(query.Max - 1)] : rows;
        }
    }

    /// <summary>A feature that wants a task at each reply, unless it fails.</summary>
    private sealed class Flaky(string feature = "flaky") : Reaction
    {
        internal bool Fails { get; set; } = true;

        internal override string Feature => feature;

        internal override void On(FoldPass pass, ITimelineEntry entry)
        {
            if (entry is not TouchpointRecorded)
            {
                return;
            }

            pass.Note("flaky.said", "x");
            pass.Want(new EffectKey("flaky", "x", 1, "task"), new OpenTask { Reason = "r", Rule = "flaky", Subject = "x", DueAt = pass.At });
            if (Fails)
            {
                throw new InvalidTimeZoneException("no");
            }
        }

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }

    /// <summary>A feature that looks at each hour and fails from an instant on.</summary>
    private sealed class Creeping : Reaction
    {
        internal Instant FailsFrom { get; set; } = Histories.Start + Duration.FromHours(1);

        internal override string Feature => "creeping";

        internal override Instant? NextChange(Draft draft, RulesInForce rules) =>
            Histories.Start + Duration.FromHours(1 + (int)(draft.Cursor.At - Histories.Start).TotalHours);

        internal override void Tick(FoldPass pass)
        {
            if (pass.At >= FailsFrom)
            {
                throw new InvalidTimeZoneException();
            }
        }

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }
    }
}
