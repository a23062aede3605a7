using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;
using JobPeople = CandidateCrm.Tests.Jobs.People;

namespace CandidateCrm.Tests.Segments;

/// <summary>Lists of kept segments say since when they may be those of other rules, until the rules in force were carried to everybody.</summary>
public sealed class CarriedListsTests
{
    private static readonly SegmentKey Local = SegmentKey.From("local");

    [Fact]
    public async Task A_job_that_was_cancelled_leaves_the_stamp_until_it_is_restarted_and_done()
    {
        await using var crm = await ToldAsync();
        var edited = crm.Clock.Now;
        var id = await JobPeople.PublishAsync(crm, Rules("AT"));
        await crm.Acme.Jobs.CancelAsync(id, JobPeople.Ops, "not now");

        Assert.Equal((edited, "anna"), await ListAsync(crm));
        Assert.Equal((edited, 1L), await CountAsync(crm));
        crm.Clock.Now += Duration.FromDays(2);
        Assert.Equal((edited, "anna"), await ListAsync(crm));

        await crm.Acme.Jobs.RestartAsync(id, JobPeople.Ops, "now");
        Assert.Equal((edited, "anna"), await ListAsync(crm));
        await JobPeople.FinishAsync(crm);
        Assert.Equal((null, "ben"), await ListAsync(crm));
        Assert.Equal((null, 1L), await CountAsync(crm));
    }

    [Fact]
    public async Task A_job_that_failed_or_passed_somebody_over_leaves_the_stamp()
    {
        FailingStore? store = null;
        await using var crm = await ToldAsync(more =>
        {
            more.Services.Configure<JobOptions>(options => options.MostAttempts = 1);
            more.UseStore(clock => store = new FailingStore(clock));
        });
        var edited = crm.Clock.Now;
        var id = await JobPeople.PublishAsync(crm, Rules("AT"));
        store!.Fails = "list";
        await JobPeople.FinishAsync(crm);
        store.Fails = null;
        Assert.Equal(JobState.Failed, (await JobPeople.JobAsync(crm, id)).State);
        Assert.Equal((edited, "anna"), await ListAsync(crm));

        store.Fails = "ben";
        await crm.Acme.Jobs.RestartAsync(id, JobPeople.Ops);
        await JobPeople.FinishAsync(crm);
        store.Fails = null;
        Assert.Equal((JobState.Done, 1L), ((await JobPeople.JobAsync(crm, id)).State, (await JobPeople.JobAsync(crm, id)).Progress.Failed));
        Assert.Equal((edited, ""), await ListAsync(crm));

        await crm.Acme.Jobs.RestartAsync(id, JobPeople.Ops);
        await JobPeople.FinishAsync(crm);
        Assert.Equal((null, "ben"), await ListAsync(crm));
    }

    [Fact]
    public async Task The_job_of_a_later_edit_carries_the_one_that_was_cancelled_before_it()
    {
        await using var crm = await ToldAsync();
        var first = crm.Clock.Now;
        await crm.Acme.Jobs.CancelAsync(await JobPeople.PublishAsync(crm, Rules("AT")), JobPeople.Ops);
        crm.Clock.Now += Duration.FromHours(1);
        await JobPeople.PublishAsync(crm, Rules("FR"));

        Assert.Equal((first, "anna"), await ListAsync(crm));
        await JobPeople.FinishAsync(crm);
        Assert.Equal((null, "cleo"), await ListAsync(crm));
    }

    [Fact]
    public async Task An_edit_that_is_in_force_is_stamped_before_anybody_ordered_its_job_and_one_to_come_is_not()
    {
        await using var crm = await ToldAsync();
        var edited = crm.Clock.Now;
        var stored = RulesDocuments.Of(Rules("AT"));
        var rules = crm.Services.GetRequiredService<IRulesStore>();
        var first = (await rules.ReadLogAsync(crm.Acme.Tenant, 0, default))[0];
        var version = first with { Position = 2, EffectiveFrom = edited, PublishedAt = edited, Manifest = stored.Manifest };
        await rules.PublishAsync(new RulesPublication { Tenant = crm.Acme.Tenant, Version = version, Definitions = stored.Documents }, default);
        crm.Clock.Now += Duration.FromSeconds(10);

        Assert.Equal((edited, "anna"), await ListAsync(crm));
        await JobPeople.FinishAsync(crm);
        Assert.Equal((null, "ben"), await ListAsync(crm));
        var later = crm.Clock.Now + Duration.FromDays(2);
        await JobPeople.PublishAsync(crm, Rules("FR"), later);
        Assert.Equal((null, "ben"), await ListAsync(crm));
        crm.Clock.Now = later;
        Assert.Equal((later, "ben"), await ListAsync(crm));
        await JobPeople.FinishAsync(crm);
        Assert.Equal((null, "cleo"), await ListAsync(crm));
    }

    private static CrmRules Rules(string country) => TestRules.Everything with
    {
        Segments = [new SegmentDefinition { Key = Local, Rule = $"country = \"{country}\"", Version = country[0], Keeping = SegmentKeeping.Kept }],
    };

    private static async Task<CrmUnderTest> ToldAsync(Action<CandidateCrmBuilder>? more = null)
    {
        var crm = new CrmUnderTest(more, rules => rules.Take(Rules("DE")));
        foreach (var (name, country) in new[] { ("anna", "DE"), ("ben", "AT"), ("cleo", "FR") })
        {
            await crm.HappenAsync($"{name}-1", Histories.Start, new AttributesChanged { Values = [new FactField(FactCode.From("country"), country)] }, name);
        }

        crm.Clock.Now = Histories.Start + Duration.FromDays(1);
        return crm;
    }

    private static async Task<(Instant? Since, string Members)> ListAsync(CrmUnderTest crm)
    {
        var page = await crm.Acme.Segments.MembersAsync(Local);
        return (page.ComputingSince, string.Join(' ', page.Members.Select(each => each.Candidate.Value)));
    }

    private static async Task<(Instant? Since, long Members)> CountAsync(CrmUnderTest crm)
    {
        var count = await crm.Acme.Segments.CountAsync(Local);
        return (count.ComputingSince, count.Members);
    }

    private sealed class FailingStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        internal string? Fails { get; set; }

        public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken) =>
            commit.Relationships.Any(one => one.Next.Key.Candidate.Value == Fails) ? throw new TimeoutException() : base.CommitAsync(commit, cancellationToken);

        protected override ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call) =>
            Fails == "list" && name == "query" ? throw new TimeoutException() : base.AroundAsync(name, call);
    }
}
