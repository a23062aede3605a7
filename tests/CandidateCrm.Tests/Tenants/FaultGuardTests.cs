using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

/// <summary>A definition that fails on many candidates is suspended.</summary>
public sealed class FaultGuardTests
{
    private static readonly DefinitionName Decide = new(DefinitionKind.Expectation, "decide-application");

    [Fact]
    public async Task A_definition_that_fails_on_as_many_candidates_as_said_is_suspended_by_the_library()
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        await ReplyAsync(crm, "anna", 0);
        Assert.Empty((await crm.Acme.Rules.ReadAsync()).InForce.Suspended);
        await ReplyAsync(crm, "ben", 1);

        var status = await crm.Acme.Rules.ReadAsync();
        Assert.Equal(Decide, Assert.Single(status.InForce.Suspended));
        var version = status.Versions[^1];
        Assert.Equal((2L, crm.Clock.Now, Actor.Crm), (version.Position, version.EffectiveFrom, version.By));
    }

    [Fact]
    public async Task It_is_suspended_once_however_many_more_fail()
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        for (var i = 0; i < 5; i++)
        {
            await ReplyAsync(crm, $"c-{i}", i);
        }

        Assert.Equal(2, (await crm.Acme.Rules.ReadAsync()).Position);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_scheduled_comes_all_the_same_and_another_version_of_the_definition_is_not_suspended(bool isMended)
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        crm.Clock.Now = Histories.Start;
        var later = crm.Clock.Now + Duration.FromDays(3);
        var rules = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        var next = isMended ? rules with { Expectations = [.. rules.Expectations.Select(e => e.Key.Value == Decide.Key ? (CandidateCrm.Charter.OnceExpectation)e with { Version = 2, Limit = CandidateCrm.Charter.Limit.BusinessDays(9) } : e)] } : rules with { Announced = [] };
        await crm.Acme.Rules.PublishAsync(RulesDraft.Of(next), new PublishTerms { By = Actor.Crm, Why = "As agreed", Expected = 1, EffectiveFrom = later });
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "ben", 1);

        var now = await crm.Acme.Rules.ReadAsync();
        Assert.Equal(Decide, Assert.Single(now.InForce.Suspended));
        Assert.EndsWith("What was scheduled as 2 is published again.", now.Versions.Single(v => v.Position == 3).Why, StringComparison.Ordinal);
        crm.Clock.Now = later;
        var then = await crm.Acme.Rules.ReadAsync();
        Assert.Equal((4L, later, "As agreed"), (then.InForce.Position, then.InForce.EffectiveFrom, then.Versions[^1].Why));
        Assert.Equal(isMended ? [] : [Decide], then.InForce.Suspended.AsEnumerable());
        Assert.Equal(isMended, !then.InForce.Rules.Announced.IsEmpty);
    }

    [Fact]
    public async Task Many_failures_on_one_candidate_and_failures_of_several_definitions_are_not_enough()
    {
        var second = new FailingReaction { WorksOn = "answer-message" };
        var first = new FailingReaction { WorksOn = Decide.Key };
        await using var crm = With(first, second);
        first.Fails = () => true;
        second.Fails = () => false;
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "anna", 1);
        first.Fails = () => false;
        second.Fails = () => true;
        await ReplyAsync(crm, "ben", 2);

        Assert.Equal(2, (await crm.Acme.Faults.ListAsync()).Count);
        Assert.Equal(1, (await crm.Acme.Rules.ReadAsync()).Position);
    }

    [Fact]
    public async Task What_a_person_lifts_stays_lifted_until_it_fails_anew()
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "ben", 1);
        crm.Clock.Now += Duration.FromMinutes(10);
        await crm.Acme.Rules.SuspendAsync(Decide, isSuspended: false, new PublishTerms { By = Actor.Crm, Expected = 2 });
        await ReplyAsync(crm, "anna", 20);
        await crm.Runner.RunDueWorkAsync();
        Assert.Equal(3, (await crm.Acme.Rules.ReadAsync()).Position);

        await ReplyAsync(crm, "cem", 30);
        Assert.Equal(Decide, Assert.Single((await crm.Acme.Rules.ReadAsync()).InForce.Suspended));
    }

    [Fact]
    public async Task A_definition_that_nobody_has_published_and_another_tenant_are_left_alone()
    {
        await using var crm = With(new FailingReaction { WorksOn = "x" });
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "ben", 1);

        Assert.Equal(1, (await crm.Acme.Rules.ReadAsync()).Position);
        Assert.Equal("expectation/x", (await crm.Acme.Faults.ListAsync())[0].Fault.Definition);
        Assert.Equal(1, (await crm.Crm.For(TenantId.From("globex")).Rules.ReadAsync()).Position);
    }

    [Fact]
    public async Task A_suspended_expectation_opens_nothing_for_those_who_come_after()
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "ben", 1);
        var recorded = await crm.HappenAsync("s", crm.Clock.Now + Duration.FromMinutes(1), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }, "dora");

        Assert.Equal("acknowledge-application", Assert.Single(recorded.Promises).Key.Expectation.Value);
    }

    [Fact]
    public async Task What_fails_now_is_suspended_also_where_rules_without_it_are_scheduled()
    {
        await using var crm = With(new FailingReaction { WorksOn = Decide.Key });
        var without = TestRules.Everything with { Expectations = [.. TestRules.Everything.Expectations.Where(e => e.Key.Value != Decide.Key)] };
        var terms = new PublishTerms { By = Actor.Host, Why = "Nobody decides.", Expected = 1, EffectiveFrom = crm.Clock.Now + Duration.FromDays(30) };
        Assert.Equal(PublishStatus.Published, (await crm.Acme.Rules.PublishAsync(RulesDraft.Of(without), terms)).Status);
        await ReplyAsync(crm, "anna", 0);
        await ReplyAsync(crm, "ben", 1);

        Assert.Equal(Decide, Assert.Single((await crm.Acme.Rules.ReadAsync()).InForce.Suspended));
    }

    private static async Task ReplyAsync(CrmUnderTest crm, string candidate, int minute) =>
        await crm.HappenAsync($"{candidate}:{minute}", Histories.Start + Duration.FromMinutes(minute), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, candidate);

    private static CrmUnderTest With(params FailingReaction[] failing)
    {
        var crm = new CrmUnderTest(more =>
        {
            more.Services.AddSingleton(new RelationshipEngine([.. ReactionOrder.All, .. failing]));
            more.Services.Configure<DueWorkOptions>(o => o.SuspendAfter = 2);
        });
        crm.Clock.Now = Histories.Start;
        return crm;
    }
}
