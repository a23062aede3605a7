using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Tenants;

/// <summary>Another node publishes between the load and the commit: what was decided under the old position is decided again.</summary>
public sealed class RulesChangedTests
{
    private static readonly Instant Monday = Histories.Start; // 2 March 2026, 9:00 in Berlin
    private static readonly ExpectationKey Acknowledge = ExpectationKey.From("acknowledge-application");

    private static CrmRules Stricter { get; } = TestRules.Everything with
    {
        Expectations = TestRules.Everything.Expectations.SetItem(0, (OnceExpectation)TestRules.Everything.Expectations[0] with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(1)) }),
    };

    [Fact]
    public async Task A_fact_decided_under_an_old_position_is_decided_again_under_the_new_rules()
    {
        await using var crm = new CrmUnderTest(more => more.UseStore<RacedStore>());
        await using var other = crm.SecondNode();
        await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        var store = (RacedStore)crm.Store;
        store.BeforeCommit = () => PublishAsync(other);
        var recorded = await crm.HappenAsync("s-2", Monday + Duration.FromHours(1), Submitted("app-2"));

        Assert.Equal([(1L, CommitStatus.Committed), (1L, CommitStatus.RulesChanged), (2L, CommitStatus.Committed)], store.Commits);
        Assert.Equal(2L, recorded.Relationship!.RulesPosition);
        var promise = recorded.Promises.Single(p => p.Key.Expectation == Acknowledge && p.Key.Subject == "app-2");
        Assert.Equal((2, Monday + Duration.FromHours(2)), (promise.Version, promise.DueAt));

        // Of the first decision nothing is left.
        var opened = (await crm.TimelineAsync()).Select(e => e.Entry).OfType<PromiseOpened>().Where(p => p.Promise == promise.Key);
        Assert.Equal(2, Assert.Single(opened).Version);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate, await LogAsync(crm));
    }

    [Fact]
    public async Task An_alarm_decided_under_an_old_position_is_decided_again_and_rings_once()
    {
        await using var crm = new CrmUnderTest(more => more.UseStore<RacedStore>());
        await using var other = crm.SecondNode();
        await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        var store = (RacedStore)crm.Store;
        crm.Clock.Now = Monday + Duration.FromDays(1);
        store.Commits.Clear();
        store.BeforeCommit = () => PublishAsync(other);
        await crm.Runner.RunDueWorkAsync();

        Assert.Equal([(1L, CommitStatus.RulesChanged), (2L, CommitStatus.Committed)], store.Commits);
        Assert.Single((await crm.TimelineAsync()).Select(e => e.Entry).OfType<PromiseBroken>(), broken => broken.Promise.Expectation == Acknowledge);
        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate, await LogAsync(crm));
    }

    private static async Task PublishAsync(CrmUnderTest node)
    {
        var position = (await node.Acme.Rules.ReadAsync()).Position;
        var outcome = await node.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), new PublishTerms { By = Actor.Crm, Expected = position });
        Assert.Equal((PublishStatus.Published, 2L), (outcome.Status, outcome.Position));
    }

    private static async Task<ActivationLog> LogAsync(CrmUnderTest crm) =>
        await ((TenantRules)crm.Services.GetService(typeof(TenantRules))!).LogOfAsync(crm.Acme.Tenant, CancellationToken.None);

    private static ApplicationSubmitted Submitted(string application) =>
        new() { Application = JobApplicationId.From(application), Requisition = RequisitionId.From("req-1") };

    /// <summary>Has something happen just before a commit, and writes down under which position each was made.</summary>
    private sealed class RacedStore(InMemoryCrmStore inner) : StoreAround(inner)
    {
        internal Func<Task>? BeforeCommit { get; set; }

        internal List<(long Position, CommitStatus Status)> Commits { get; } = [];

        public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
        {
            if (BeforeCommit is { } before)
            {
                BeforeCommit = null;
                await before();
            }

            var outcome = await base.CommitAsync(commit, cancellationToken);
            if (!commit.Relationships.IsEmpty)
            {
                Commits.Add((commit.RulesPosition, outcome.Status));
            }

            return outcome;
        }
    }
}
