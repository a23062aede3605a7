using System.Text.Json.Nodes;
using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

public sealed class BundleTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    public static TheoryData<string> Names => [.. GoldenFiles.Names("Audit").Where(name => name.StartsWith("bundle.", StringComparison.Ordinal))];

    [Fact]
    public void An_opening_that_the_rules_name_keeps_its_id_so_that_its_stages_are_those_of_the_rules()
    {
        var own = RequisitionId.From("req-with-own-stages");
        var rules = TestRules.Everything with
        {
            Pipelines = [TestRules.Everything.Pipelines[0] with { Overrides = [new PipelineOverride { Requisitions = [own], Stages = [new Stage { Key = StageKey.From("talk"), Name = "Talk" }] }] }],
        };
        TimelineEvent[] told =
        [
            Histories.Event("s", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("secret-app"), Requisition = own }),
            Histories.Event("t", Histories.Start + Duration.FromHours(1), new ApplicationSubmitted { Application = JobApplicationId.From("other-app"), Requisition = RequisitionId.From("secret-req") }),
        ];
        var bundle = Bundling.Make(new RelationshipEngine(), Histories.Anna, told, ActivationLog.Always(rules), (Histories.Start + Duration.FromDays(1), false));

        Assert.Contains(bundle.Outcome, line => line.Contains("\"talk\"", StringComparison.Ordinal));
        Assert.Contains(bundle.Outcome, line => line.Contains(own.Value, StringComparison.Ordinal));
        Assert.DoesNotContain(bundle.Outcome, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_published_bundle_comes_to_what_it_came_to(string name)
    {
        var reading = BundleJson.Read(GoldenFiles.Read("Audit", name));
        Assert.Empty(reading.Faults);
        if (Environment.GetEnvironmentVariable("UPDATE_BUNDLES") == "1")
        {
            var outcome = OutcomeText.Of(reading.Bundle!.Replay());
            File.WriteAllText(
                Path.Combine(FixturePaths.RepositoryRoot, "tests", "CandidateCrm.Tests", "Audit", "Golden", name + ".json"),
                BundleJson.Write(reading.Bundle! with { Outcome = outcome, OutcomeHash = OutcomeText.HashOf(outcome) }) + "\n");
            return;
        }

        var verification = reading.Bundle!.Verify();

        Assert.True(verification.Matches, $"line {verification.Line}: expected {verification.Expected}, but was {verification.Actual}");
        Assert.True(verification.IsSameEngine);
    }

    [Fact]
    public void There_is_a_published_bundle_for_each_kind_of_rule()
    {
        var kinds = GoldenFiles.Names("Audit").Where(name => name.StartsWith("bundle.", StringComparison.Ordinal)).Select(name => BundleJson.Read(GoldenFiles.Read("Audit", name)).Bundle!.Rules.Entries)
            .SelectMany(entries => entries).SelectMany(entry => RulesDocuments.Of(entry.Rules).Documents).Select(document => document.Kind).Distinct();

        Assert.Superset(
            new HashSet<DefinitionKind> { DefinitionKind.Settings, DefinitionKind.Lifecycle, DefinitionKind.Pipeline, DefinitionKind.Calendar, DefinitionKind.Expectation, DefinitionKind.Score },
            kinds.ToHashSet());
    }

    [Fact]
    public async Task A_bundle_of_a_running_crm_comes_to_its_state_and_leaves_it_as_it_is()
    {
        await using var crm = new CrmUnderTest();
        await LiveAsync(crm);
        var before = StateText.Of(await crm.AnnaAsync());
        var bundle = (await crm.Acme.Audit.ExportBundleAsync(Histories.Anna.Candidate, new BundleTerms { KeepsIds = true }))!;
        var replayed = BundleJson.Read(BundleJson.Write(bundle)).Bundle!.Replay().Next;

        Assert.Equal(before, StateText.Of(await crm.AnnaAsync()));
        Assert.Equal(before, StateText.Of(replayed));
        Assert.DoesNotContain(bundle.Events, e => e.Personal is not null);
    }

    [Fact]
    public async Task A_bundle_with_a_horizon_knows_nothing_after_it_but_what_was_taken_back()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Histories.Start, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("o", Histories.Start + Duration.FromDays(1), new OfferMade { Application = App });
        await crm.HappenAsync("h", Histories.Start + Duration.FromDays(3), new CandidateHired { Application = App });
        await crm.HappenAsync("x", Histories.Start + Duration.FromDays(4), new FactsRetracted { Events = [EventId.From("o")], Reason = ReasonCode.From("mistake") });
        var horizon = Histories.Start + Duration.FromDays(2);
        var bundle = (await crm.Acme.Audit.ExportBundleAsync(Histories.Anna.Candidate, new BundleTerms { Horizon = horizon, KeepsIds = true }))!;

        Assert.Equal("s", Assert.Single(bundle.Events).Id.Value);
        Assert.Equal(horizon, bundle.Horizon);
        Assert.Null(await crm.Acme.Audit.ExportBundleAsync(Histories.Anna.Candidate, new BundleTerms { Horizon = Histories.Start - Duration.FromDays(1) }));
        Assert.Null(await crm.Acme.Audit.ExportBundleAsync(CandidateId.From("nobody")));
    }

    [Fact]
    public void A_difference_names_the_first_line_and_both_texts()
    {
        var bundle = Sample();
        var verification = (bundle with { Outcome = bundle.Outcome.SetItem(2, "something else"), EngineVersion = 0, ZoneDataVersion = "another" }).Verify();

        Assert.Equal((false, 3, "something else", bundle.Outcome[2]), (verification.Matches, verification.Line, verification.Expected, verification.Actual));
        Assert.False(verification.IsSameEngine || verification.IsSameZoneData);
        Assert.Equal((bundle.Outcome.Length, null), ((bundle with { Outcome = bundle.Outcome[..^1] }).Verify().Line, (bundle with { Outcome = bundle.Outcome[..^1] }).Verify().Expected));
    }

    [Fact]
    public void A_bundle_under_other_rules_does_not_match()
    {
        var bundle = Sample();

        Assert.False((bundle with { Rules = ActivationLog.Always(TestRules.Everything with { Expectations = [] }) }).Verify().Matches);
    }

    [Theory]
    [InlineData("schema", "2", "bundle.too_new", "schema")]
    [InlineData("schema", "\"1\"", "bundle.malformed", "bundle")]
    [InlineData("horizon", "\"yesterday\"", "bundle.malformed", "horizon")]
    [InlineData("tenant", "null", "bundle.malformed", "tenant")]
    [InlineData("outcome", "[\"nothing\"]", "bundle.outcome_differs", "outcome")]
    [InlineData("events", "7", "bundle.malformed", "events")]
    [InlineData("events", "[{\"schema\":9}]", "bundle.too_new", "events 1")]
    [InlineData("events", "[{}]", "bundle.malformed", "events 1")]
    [InlineData("rules", "[]", "bundle.malformed", "rules")]
    [InlineData("rules", "[{\"position\":1,\"definitions\":[\"ff\"],\"modes\":[],\"suspended\":[]}]", "bundle.malformed", "rules 1")]
    [InlineData("rules", "[{\"position\":1,\"definitions\":[],\"modes\":[{\"mode\":\"asleep\"}],\"suspended\":[]}]", "settings.missing", "rules")]
    [InlineData("definitions", "{\"ff\":{\"schema\":1}}", "definition.", "definition")]
    public void What_is_wrong_with_a_bundle_has_a_code_and_a_place(string member, string value, string code, string where)
    {
        var document = JsonNode.Parse(BundleJson.Write(Sample()))!.AsObject();
        document[member] = JsonNode.Parse(value);
        var reading = BundleJson.Read(document.ToJsonString());

        Assert.Null(reading.Bundle);
        Assert.StartsWith(code, reading.Faults[0].Code, StringComparison.Ordinal);
        Assert.Equal(where, reading.Faults[0].Where);
    }

    [Fact]
    public void Events_of_somebody_else_and_what_followed_do_not_belong_into_a_bundle()
    {
        var bundle = Sample();
        var told = bundle.Events[0];
        var another = told with { Relationship = new RelationshipKey(told.Relationship.Tenant, CandidateId.From("another")), Id = EventId.From("another") };
        var derived = told with { Id = EventId.Stored("~another.1"), Entry = new FindingNoted { Code = FindingCodes.EventInFuture, Subject = "x" } };
        var faults = BundleJson.Read(BundleJson.Write(bundle with { Events = [told, another, derived] })).Faults;

        Assert.Equal([("bundle.malformed", "events 2"), ("bundle.malformed", "events 3")], faults.Select(fault => (fault.Code, fault.Where)));
    }

    [Fact]
    public void A_bundle_that_was_cut_anywhere_is_a_list_of_faults()
    {
        var text = BundleJson.Write(Sample());

        Assert.All(Enumerable.Range(0, text.Length / 5), cut => Assert.NotEmpty(BundleJson.Read(text[..(cut * 5)]).Faults));
    }

    [Fact]
    public void Every_member_that_is_missing_is_a_fault_of_its_own()
    {
        var faults = BundleJson.Read("""{"schema":1}""").Faults;

        Assert.Equal(["rules", "events", "outcome", "outcomeHash", "tenant", "candidate", "engine", "zoneData", "horizon", "redacted"], faults.Select(fault => fault.Where));
        Assert.Equal("bundle.malformed", Assert.Single(BundleJson.Read("no json").Faults).Code);
        Assert.Equal("bundle.malformed", Assert.Single(BundleJson.Read("[]").Faults).Code);
    }

    [Fact]
    public void A_definition_of_a_newer_version_and_one_that_was_changed_say_so_and_nothing_stands_in_for_them()
    {
        var document = JsonNode.Parse(BundleJson.Write(Sample()))!.AsObject();
        var definitions = document["definitions"]!.AsObject();
        var expectation = definitions.First(each => (string?)each.Value!["kind"] == "expectation").Value!.AsObject();
        expectation["schema"] = 99;
        var changed = definitions.First(each => (string?)each.Value!["kind"] == "pipeline").Value!.AsObject();
        changed["version"] = 7;
        var faults = BundleJson.Read(document.ToJsonString()).Faults;

        Assert.Contains(faults, fault => fault.Code == RulesFaultCodes.TooNew);
        Assert.Contains(faults, fault => fault.Code == RulesFaultCodes.HashDiffers);
    }

    [Fact]
    public void Blanks_and_the_order_of_members_do_not_matter()
    {
        var document = JsonNode.Parse(BundleJson.Write(Sample()))!.AsObject();
        var turned = new JsonObject(document.Reverse().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var reading = BundleJson.Read(turned.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }));

        Assert.Empty(reading.Faults);
        Assert.True(reading.Bundle!.Verify().Matches);
    }

    [Fact]
    public void No_id_of_any_entry_that_may_be_told_survives_redaction()
    {
        Assert.Equal(
            EntryTypes.All.Select(type => type.Type).Where(type => !type.IsAssignableTo(typeof(IDerivedEvent))).Append(typeof(UnknownEntry)).ToHashSet(),
            CanaryEntries.All.Select(entry => entry.GetType()).ToHashSet());
        var told = CanaryEntries.All.Select((entry, i) => CanaryEntries.Around(entry, i)).ToArray();
        var names = new Pseudonyms(NamedIds.Of(told[0].Relationship, told));
        foreach (var one in told)
        {
            var redacted = Redaction.Pseudonymous(one, names);

            Assert.Contains("canary", TimelineJson.Write(one), StringComparison.Ordinal);
            Assert.DoesNotContain("canary", TimelineJson.Write(redacted), StringComparison.Ordinal);
            Assert.Equal((one.Place.Micros, one.SourceOrder, one.Precision, one.Trust, one.Actor.Kind), (redacted.Place.Micros, redacted.SourceOrder, redacted.Precision, redacted.Trust, redacted.Actor.Kind));
        }
    }

    [Fact]
    public void Members_that_a_version_does_not_know_are_not_exported()
    {
        var document = JsonNode.Parse(TimelineJson.Write(Histories.Event("s", Histories.Start, new OfferMade { Application = App })))!.AsObject();
        document["data"]!.AsObject()["salary"] = "canary";
        var told = TimelineJson.Read(document.ToJsonString());

        Assert.Contains("canary", TimelineJson.Write(told), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", TimelineJson.Write(Redaction.Bare(told)), StringComparison.Ordinal);
    }

    [Fact]
    public void Pseudonyms_keep_the_ordinal_order_however_many_there_are()
    {
        var ids = new NamedIds();
        ids.Events.UnionWith(Enumerable.Range(0, 12_345).Select(i => $"e{i}"));
        ids.Candidates.Add("c");
        var names = new Pseudonyms(ids);
        var sorted = ids.Events.Order(StringComparer.Ordinal).Select(id => names.Of(EventId.From(id)).Value).ToArray();

        Assert.Equal(sorted.Order(StringComparer.Ordinal), sorted);
        Assert.Equal("event-00001", sorted[0]);
    }

    internal static ReplayBundle Sample() => BundleProperties.BundleOf(
        ([
            Histories.Event("s", Histories.Start, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }),
            Histories.Event("m", Histories.Start + Duration.FromDays(2), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }),
        ], TestRules.Log), keepsIds: false);

    private static async Task LiveAsync(CrmUnderTest crm)
    {
        await crm.HappenAsync("s", Histories.Start, new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now = Histories.Start + Duration.FromDays(1);
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("m", crm.Clock.Now, new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }) with { Personal = PersonalPart.Of("text", "Hello, this is Anna") });
    }
}
