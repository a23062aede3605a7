using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Rules;

public sealed class TenantRulesTests
{
    private static readonly Actor Somebody = Actor.Of(PersonId.From("user-5"));
    private static readonly CrmRules Everything = TestRules.Everything;
    private static readonly Instant Monday = Histories.Start; // 2 March 2026, 9:00 in Berlin

    [Fact]
    public async Task A_promise_keeps_the_version_it_was_opened_under_and_the_next_one_has_the_new_limit()
    {
        await using var crm = new CrmUnderTest();
        var before = await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        crm.Clock.Now += Duration.FromMinutes(1);
        var published = await PublishAsync(crm, Stricter);

        Assert.Equal((PublishStatus.Published, 2L), (published.Status, published.Position));
        var after = await crm.HappenAsync("s-2", Monday + Duration.FromHours(1), Submitted("app-2"));
        var promises = after.Promises.Where(p => p.Key.Expectation == Acknowledge).ToDictionary(p => p.Key.Subject);
        Assert.Equal((1, before.Promises.Single(p => p.Key.Expectation == Acknowledge).DueAt), (promises["app-1"].Version, promises["app-1"].DueAt));
        Assert.Equal((2, Monday + Duration.FromHours(2)), (promises["app-2"].Version, promises["app-2"].DueAt));
    }

    [Fact]
    public async Task A_late_fact_is_judged_by_the_rules_of_when_it_happened()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        crm.Clock.Now = Monday + Duration.FromHours(3);
        await PublishAsync(crm, Stricter);
        var late = await crm.Acme.RecordAsync(CrmUnderTest.Fact("s-2", Monday + Duration.FromMinutes(30), Submitted("app-2")));

        Assert.Equal(1, late.Promises.Single(p => p.Key.Expectation == Acknowledge && p.Key.Subject == "app-2").Version);
    }

    [Fact]
    public async Task Faults_of_the_same_kind_are_all_said_and_a_text_without_a_name_by_its_place()
    {
        await using var crm = new CrmUnderTest();
        var nowhere = CalendarKey.From("nowhere");
        var twice = Everything with { Expectations = [(OnceExpectation)Everything.Expectations[0] with { Calendar = nowhere, Version = 2 }, (OnceExpectation)Everything.Expectations[1] with { Calendar = nowhere, Version = 2 }] };
        var report = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(twice));
        var unreadable = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(["{", "also none"]));

        Assert.Equal(twice.Expectations.Select(e => $"expectation {e.Key}"), report.Faults.Select(f => f.Where));
        Assert.All(report.Faults, f => Assert.Equal(RulesFaultCodes.CalendarUnknown, f.Code));
        Assert.Equal(["document 1", "document 2", "rules"], unreadable.Faults.Select(f => f.Where));
        Assert.Contains("kind settings", unreadable.Faults[^1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_are_in_force_already_are_published_only_where_that_withdraws_something()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday;
        var now = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        var nothing = await PublishAsync(crm, now);
        await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), new PublishTerms { By = Somebody, Expected = 1, EffectiveFrom = Monday + Duration.FromDays(7) });
        var withdrawing = await PublishAsync(crm, now);

        Assert.Equal((PublishStatus.Unchanged, 1L), (nothing.Status, nothing.Position));
        Assert.Equal((PublishStatus.Published, 3L), (withdrawing.Status, withdrawing.Position));
        Assert.Equal([2L], withdrawing.Withdrawn.AsEnumerable());
        Assert.Equal("Published at position 3, withdrawn 2", withdrawing.ToString());
    }

    [Fact]
    public async Task Bad_rules_are_refused_with_all_their_faults_and_nothing_is_written()
    {
        await using var crm = new CrmUnderTest();
        var bad = Everything with
        {
            Pipelines = [new PipelineDefinition { Key = PipelineKey.From("empty"), Stages = [] }],
            Expectations = [(OnceExpectation)Everything.Expectations[0] with { Calendar = CalendarKey.From("nowhere"), Version = 2 }, (OnceExpectation)Everything.Expectations[1] with { Limit = Limit.BusinessDays(4) }],
        };
        var outcome = await PublishAsync(crm, bad);
        var report = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(bad), Sample.Of(10));

        Assert.Equal((PublishStatus.Refused, 1L), (outcome.Status, outcome.Position));
        Assert.Equal(["pipeline.empty", "expectation.calendar_unknown", "definition.version_reused"], outcome.Faults.Select(f => f.Code));
        Assert.Equal(outcome.Faults.AsEnumerable(), report.Faults);
        Assert.Null(report.WhatIf);
        Assert.Single((await crm.Acme.Rules.ReadAsync()).Versions);
    }

    [Fact]
    public async Task A_version_of_a_definition_means_the_same_for_ever()
    {
        await using var crm = new CrmUnderTest();
        var outcome = await PublishAsync(crm, Everything with { Expectations = Everything.Expectations.SetItem(0, (OnceExpectation)Everything.Expectations[0] with { Limit = Limit.BusinessDays(1) }) });

        var fault = Assert.Single(outcome.Faults);
        Assert.Equal(("definition.version_reused", "expectation acknowledge-application"), (fault.Code, fault.Where));
        Assert.Contains("give this one version 2", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_publish_on_top_of_the_same_version_the_second_is_told_so()
    {
        await using var crm = new CrmUnderTest();
        await PublishAsync(crm, Stricter);
        var second = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Everything), new PublishTerms { By = Somebody, Expected = 1 });

        Assert.Equal((PublishStatus.PositionConflict, 2L), (second.Status, second.Position));
    }

    [Fact]
    public async Task Rules_never_come_into_force_before_they_were_published()
    {
        await using var crm = new CrmUnderTest();
        var terms = new PublishTerms { By = Somebody, Expected = 1, EffectiveFrom = crm.Clock.Now - Duration.FromSeconds(1) };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), terms);

        Assert.Equal("rules.effective_in_past", Assert.Single(outcome.Faults).Code);
    }

    [Fact]
    public async Task What_is_so_already_is_not_published_and_withdraws_nothing()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday;
        await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), new PublishTerms { By = Somebody, Expected = 1, EffectiveFrom = Monday + Duration.FromDays(7) });
        var terms = new PublishTerms { By = Somebody, Expected = 2 };
        var lifted = await crm.Acme.Rules.SuspendAsync(new DefinitionName(DefinitionKind.Expectation, Acknowledge.Value), isSuspended: false, terms);
        var mode = (await crm.Acme.Rules.ReadAsync()).InForce.Modes.ModeOf(default);
        var same = await crm.Acme.Rules.SetModeAsync(mode, terms);

        Assert.Equal((PublishStatus.Unchanged, 2L), (lifted.Status, lifted.Position));
        Assert.Equal((PublishStatus.Unchanged, 2L), (same.Status, same.Position));
        crm.Clock.Now += Duration.FromDays(8);
        Assert.Equal(2, (await crm.Acme.Rules.ReadAsync()).InForce.Position);
    }

    [Fact]
    public async Task A_draft_is_compared_with_what_is_in_force_and_not_with_what_it_would_withdraw()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday;
        var now = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), new PublishTerms { By = Somebody, Expected = 1, EffectiveFrom = Monday + Duration.FromDays(7) });
        var report = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(now));

        Assert.Empty(report.Changed);
        Assert.Empty(report.Removed);
        Assert.Equal([2L], report.Withdrawn.AsEnumerable());
    }

    [Fact]
    public async Task What_is_scheduled_comes_into_force_by_itself_and_a_later_word_withdraws_it()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = Monday;
        var scheduled = new PublishTerms { By = Somebody, Expected = 1, EffectiveFrom = Monday + Duration.FromDays(7) };
        await crm.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), scheduled);
        Assert.Equal(1, (await crm.Acme.Rules.ReadAsync()).InForce.Position);

        var report = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of(Everything with { Scores = [] }));
        Assert.Equal([2L], report.Withdrawn.AsEnumerable());
        crm.Clock.Now = Monday + Duration.FromDays(7);
        Assert.Equal(2, (await crm.Acme.Rules.ReadAsync()).InForce.Position);

        await using var other = new CrmUnderTest();
        other.Clock.Now = Monday;
        await other.Acme.Rules.PublishAsync(RulesDraft.Of(Stricter), scheduled);
        await other.Acme.Rules.PublishAsync(RulesDraft.Of(Everything with { Scores = [] }), new PublishTerms { By = Somebody, Expected = 2 });
        other.Clock.Now = Monday + Duration.FromDays(8);
        Assert.Equal(3, (await other.Acme.Rules.ReadAsync()).InForce.Position);
    }

    [Fact]
    public async Task Another_process_decides_under_new_rules_at_once()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        await using var second = crm.SecondNode();
        await PublishAsync(second, Stricter);
        var recorded = await crm.HappenAsync("s-2", Monday + Duration.FromHours(1), Submitted("app-2"));

        Assert.Equal(2, recorded.Promises.Single(p => p.Key.Expectation == Acknowledge && p.Key.Subject == "app-2").Version);
        Assert.Equal(2, recorded.Relationship!.RulesPosition);
    }

    [Fact]
    public async Task Two_tenants_never_see_each_others_rules()
    {
        await using var crm = new CrmUnderTest();
        var other = crm.Crm.For(TenantId.From("other"));
        await PublishAsync(crm, Stricter);

        Assert.Equal((2L, 1L), ((await crm.Acme.Rules.ReadAsync()).Position, (await other.Rules.ReadAsync()).Position));
        var hash = (await crm.Acme.Rules.ReadAsync()).Versions[1].Manifest.Single(row => row.Name.Key == "acknowledge-application").Hash;
        Assert.Empty(await crm.Services.GetRequiredService<IRulesStore>().ReadDefinitionsAsync(other.Tenant, [hash], default));
        Assert.Same((await crm.Acme.Rules.ReadAsync()).Versions[0].Manifest.Length > 0 ? (await crm.Acme.Rules.ReadAsync()).InForce.Rules.Calendars[0] : null, (await other.Rules.ReadAsync()).InForce.Rules.Calendars[0]);
    }

    [Fact]
    public async Task A_draft_of_documents_is_read_with_every_fault_at_once_and_published_as_it_is_written()
    {
        await using var crm = new CrmUnderTest();
        var texts = RulesDocuments.Of(Stricter).Documents.Select(document => document.Json).ToArray();
        var bad = await crm.Acme.Rules.ReviewAsync(RulesDraft.Of([.. texts.Where(text => !text.Contains("\"calendar\",", StringComparison.Ordinal)), "{", "{\"schema\":1,\"kind\":\"nothing\"}"]));
        Assert.Contains(bad.Faults, fault => fault.Code == RulesFaultCodes.Malformed);
        Assert.Contains(bad.Faults, fault => fault.Code == RulesFaultCodes.KindUnknown);

        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(texts), new PublishTerms { By = Somebody, Expected = 1 });
        Assert.Equal(PublishStatus.Published, outcome.Status);
        Assert.Equal(RulesDocuments.Of(Stricter).Manifest.AsEnumerable(), (await crm.Acme.Rules.ReadAsync()).Versions[1].Manifest.Where(row => row.Name.Kind != DefinitionKind.Zone));
    }

    [Fact]
    public async Task A_definition_of_a_later_version_of_the_library_has_its_feature_observe_and_stops_nothing()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", Monday, Submitted("app-1"));
        var stored = RulesDocuments.Of(Stricter);
        var old = stored.Documents.Single(document => document.Json.Contains("acknowledge-application", StringComparison.Ordinal) && document.Kind == DefinitionKind.Expectation);
        var json = old.Json.Replace("\"schema\":1", "\"schema\":99", StringComparison.Ordinal);
        var newer = new DefinitionDocument { Hash = DefinitionJson.HashOf(json), Kind = old.Kind, Json = json };
        var first = (await crm.Acme.Rules.ReadAsync()).Versions[0];
        await crm.Services.GetRequiredService<IRulesStore>().PublishAsync(
            new RulesPublication
            {
                Tenant = crm.Acme.Tenant,
                Version = first with
                {
                    Position = 2,
                    EffectiveFrom = crm.Clock.Now,
                    Manifest = [.. stored.Manifest.Select(row => row.Hash == old.Hash ? row with { Hash = newer.Hash } : row)],
                },
                Definitions = [.. stored.Documents.Replace(old, newer)],
            },
            default);
        crm.Clock.Now += Duration.FromMinutes(1);
        var status = await crm.Acme.Rules.ReadAsync();

        var left = Assert.Single(status.InForce.LeftOut);
        Assert.Equal(("acknowledge-application", RulesFaultCodes.TooNew), (left.Row.Name.Key, left.Code));
        Assert.Equal(Mode.Observe, status.InForce.Modes.ModeOf(FeatureCode.Charter).Mode);
        Assert.Equal(Mode.Live, status.InForce.Modes.ModeOf(FeatureCode.Lifecycle).Mode);
        await crm.HappenAsync("s-2", crm.Clock.Now, Submitted("app-2") with { Requisition = RequisitionId.From("req-2") });
        crm.Clock.Now += Duration.FromDays(20);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        Assert.All(crm.Tasks, task => Assert.NotEqual("app-2", task.Task.Subject));
        Assert.Contains((await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default)), e => e.State == EffectState.Withheld && e.Effect.Key.Subject == "app-2");
    }

    private static ExpectationKey Acknowledge => ExpectationKey.From("acknowledge-application");

    private static CrmRules Stricter { get; } = Everything with
    {
        Expectations = Everything.Expectations.SetItem(0, (OnceExpectation)Everything.Expectations[0] with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(1)) }),
    };

    private static ApplicationSubmitted Submitted(string application) =>
        new() { Application = JobApplicationId.From(application), Requisition = RequisitionId.From("req-1") };

    private static async Task<PublishOutcome> PublishAsync(CrmUnderTest crm, CrmRules rules)
    {
        var status = await crm.Acme.Rules.ReadAsync();
        return await crm.Acme.Rules.PublishAsync(RulesDraft.Of(rules), new PublishTerms { By = Somebody, Expected = status.Position });
    }
}
