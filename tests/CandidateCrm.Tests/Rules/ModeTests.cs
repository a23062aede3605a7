using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Rules;

public sealed class ModeTests
{
    private static readonly Instant Monday = Histories.Start;
    private static readonly ApplicationSubmitted Submitted = new() { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") };

    [Fact]
    public async Task A_new_tenant_observes_everything_is_decided_and_nothing_leaves()
    {
        await using var crm = Observing();
        var recorded = await crm.HappenAsync("s", Monday, Submitted);
        await PassAsync(crm, Monday + Duration.FromDays(10));

        Assert.NotEmpty(recorded.Promises);
        Assert.Empty(crm.Tasks);
        Assert.Empty(crm.Announced);
        var effects = await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
        Assert.All(effects, e => Assert.Equal((EffectState.Withheld, FeatureModes.Observing), (e.State, e.Effect.Withheld)));
        Assert.Contains(effects, e => e.Effect.Intent is OpenTask);
        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is EffectWithheld { Reason: FeatureModes.Observing });
        Assert.Empty((await crm.AnnaAsync()).Tasks?.Open ?? []);
    }

    [Fact]
    public async Task Going_live_releases_nothing_that_was_held_also_when_a_late_fact_has_the_past_replayed()
    {
        await using var crm = Observing();
        await crm.HappenAsync("s", Monday, Submitted);
        await PassAsync(crm, Monday + Duration.FromDays(10));
        await crm.Acme.Rules.SetModeAsync(new FeatureMode { Mode = Mode.Live }, new PublishTerms { By = Actor.Crm, Expected = 1 });
        await PassAsync(crm, Monday + Duration.FromDays(11));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", Monday + Duration.FromHours(1), new StageEntered { Application = Submitted.Application, Stage = StageKey.From("screening") }));
        await PassAsync(crm, Monday + Duration.FromDays(12));

        Assert.Empty(crm.Tasks);
        Assert.Empty(crm.Announced);
        await crm.HappenAsync("s-2", Monday + Duration.FromDays(12), Submitted with { Application = JobApplicationId.From("app-2") });
        await PassAsync(crm, Monday + Duration.FromDays(20));
        Assert.NotEmpty(crm.Tasks);
        Assert.All(crm.Tasks, task => Assert.Equal("app-2", task.Task.Subject));
    }

    [Fact]
    public async Task Live_hands_over_only_what_began_from_its_instant_on()
    {
        await using var crm = Observing();
        crm.Clock.Now = Monday;
        await crm.Acme.Rules.SetModeAsync(new FeatureMode { Mode = Mode.Live, EffectsFrom = Monday + Duration.FromDays(2) }, new PublishTerms { By = Actor.Crm, Expected = 1 });
        await crm.HappenAsync("s", Monday + Duration.FromMinutes(1), Submitted);
        await PassAsync(crm, Monday + Duration.FromDays(10));

        // The acknowledgement was due on the same day, the decision on Thursday: it is watched, but nobody is asked for it.
        Assert.Empty(crm.Tasks);
        Assert.Contains((await crm.AnnaAsync()).Charter!.Promises, p => p is { State: PromiseState.Broken, Key.Expectation.Value: "decide-application" });
        await crm.HappenAsync("s-2", Monday + Duration.FromDays(10), Submitted with { Application = JobApplicationId.From("app-2") });
        await PassAsync(crm, Monday + Duration.FromDays(20));
        Assert.Equal(2, crm.Tasks.Count);
        Assert.All(crm.Tasks, task => Assert.Equal("app-2", task.Task.Subject));
        Assert.Contains(await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default), e => e.Effect.Withheld == FeatureModes.BeforeEffectsFrom);
    }

    [Fact]
    public async Task A_feature_that_is_switched_on_later_is_as_if_it_had_always_been_on_and_asks_for_nothing_of_before()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday - Duration.FromDays(1);
        await SetAsync(crm, FeatureCode.Lifecycle, Mode.Off);
        await SetAsync(crm, FeatureCode.Charter, Mode.Off);
        await crm.HappenAsync("s", Monday, Submitted);
        Assert.Null((await crm.AnnaAsync()).Lifecycle);
        Assert.Null((await crm.AnnaAsync()).Charter);

        crm.Clock.Now = Monday + Duration.FromDays(1);
        await SetAsync(crm, FeatureCode.Lifecycle, Mode.Live);
        await SetAsync(crm, FeatureCode.Charter, Mode.Live);
        var anna = await crm.AnnaAsync();
        Assert.Equal(CandidateCrm.Lifecycle.Phase.Hire, anna.Lifecycle!.Phase);
        Assert.Null(anna.Charter);
        await PassAsync(crm, Monday + Duration.FromDays(20));
        Assert.Empty(crm.Tasks);
    }

    [Fact]
    public async Task Switching_the_charter_off_voids_what_is_open_and_the_numbers_go_on_afterwards()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("m-1", Monday, Message);
        await SetAsync(crm, FeatureCode.Charter, Mode.Off);
        await SetAsync(crm, FeatureCode.Charter, Mode.Live);
        crm.Clock.Now += Duration.FromMinutes(5);
        var again = await crm.HappenAsync("m-2", crm.Clock.Now, Message);

        Assert.Equal(2, Assert.Single(again.Promises).Key.Ordinal);
        Assert.Single(await crm.TimelineAsync(), e => e.Entry is CandidateCrm.Charter.PromiseVoided);
    }

    [Fact]
    public async Task A_mode_of_a_feature_that_is_not_there_is_refused()
    {
        await using var crm = new CrmUnderTest();
        var outcome = await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.From("horoscope"), Mode = Mode.Live }, new PublishTerms { By = Actor.Crm, Expected = 1 });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal("feature.unknown", fault.Code);
        Assert.Contains("charter", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mode_that_is_none_is_refused()
    {
        await using var crm = new CrmUnderTest();
        var outcome = await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.Charter, Mode = (Mode)77 }, new PublishTerms { By = Actor.Crm, Expected = 1 });

        Assert.Equal("mode.unknown", Assert.Single(outcome.Faults).Code);
        Assert.Equal((PublishStatus.Refused, 1L), (outcome.Status, (await crm.Acme.Rules.ReadAsync()).Position));
    }

    private static TouchpointRecorded Message => new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static CrmUnderTest Observing() => new(crm => crm.StartNewTenantsWith("everything"));

    private static async Task SetAsync(CrmUnderTest crm, FeatureCode feature, Mode mode)
    {
        crm.Clock.Now += Duration.FromMinutes(1);
        var position = (await crm.Acme.Rules.ReadAsync()).Position;
        var outcome = await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = feature, Mode = mode }, new PublishTerms { By = Actor.Crm, Expected = position });
        Assert.Equal(PublishStatus.Published, outcome.Status);
    }

    private static async Task PassAsync(CrmUnderTest crm, Instant until)
    {
        crm.Clock.Now = until;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
    }
}
