using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Rules;

public sealed class RulesDocumentsTests
{
    private const string Pipeline = "pipeline/standard";
    private static readonly RulesDocuments Stored = RulesDocuments.Of(TestRules.Everything);

    /// <summary>Gets what is done to the stored form, and what is then left out for which reason.</summary>
    public static TheoryData<string, Func<RulesDocuments, RulesDocuments>, string[]> LeftOut => new()
    {
        { RulesFaultCodes.Absent, stored => stored with { Documents = stored.Documents.RemoveAll(document => document.Hash == Row(stored, Pipeline).Hash) }, [Pipeline] },
        { RulesFaultCodes.HashDiffers, stored => WithDocument(stored, Pipeline, document => document with { Json = document.Json + " " }), [Pipeline] },
        { RulesFaultCodes.TooNew, stored => WithText(stored, Pipeline, json => json.Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal)), [Pipeline] },
        { RulesFaultCodes.MemberUnknown, stored => WithText(stored, Pipeline, json => json.Replace("\"key\":\"standard\"", "\"key\":\"standard\",\"color\":\"red\"", StringComparison.Ordinal)), [Pipeline] },
        { RulesFaultCodes.KindUnknown, stored => WithText(WithRow(stored, Pipeline, row => row with { Name = new DefinitionName(DefinitionKind.From("sequence"), "keep-warm") }), "sequence/keep-warm", _ => """{"schema":1,"kind":"sequence","key":"keep-warm"}"""), ["sequence/keep-warm"] },
        { RulesFaultCodes.NameDiffers, stored => WithRow(stored, Pipeline, row => row with { Name = new DefinitionName(DefinitionKind.Pipeline, "other") }), ["pipeline/other"] },
        { RulesFaultCodes.VersionDiffers, stored => WithRow(stored, Pipeline, row => row with { Version = 2 }), [Pipeline] },
        { RulesFaultCodes.NameTwice, stored => stored with { Manifest = stored.Manifest.Add(Row(stored, Pipeline)) }, [Pipeline] },
        { RulesFaultCodes.LifecycleRepeated, WithSecondLifecycle, ["lifecycle/second"] },
        { RulesFaultCodes.PublicStatusRepeated, WithTwoPublicStatuses, ["public-status/second"] },
        { RulesFaultCodes.ExperienceRepeated, WithTwoExperiences, ["experience/second"] },
        { RulesFaultCodes.DispositionsRepeated, WithTwoTaxonomies, ["dispositions/second"] },
        { RulesFaultCodes.Absent, stored => stored with { Documents = stored.Documents.RemoveAll(document => document.Kind == DefinitionKind.Calendar) }, ["calendar/office", "expectation/acknowledge-application", "expectation/answer-message", "expectation/decide-application"] },
        { "calendar.base_unknown", WithoutWhatIsBeneath, ["calendar/office", "expectation/acknowledge-application", "expectation/answer-message", "expectation/decide-application"] },
        { RulesFaultCodes.SettingsMissing, stored => stored with { Manifest = stored.Manifest.Remove(Row(stored, "settings/tenant")) }, [] },
        { RulesFaultCodes.OrderUnknown, stored => WithText(stored, "settings/tenant", json => json.Replace("\"order\":[", "\"order\":[\"pipeline/gone\",", StringComparison.Ordinal)), [] },
        { RulesFaultCodes.AnnouncementUnknown, stored => WithText(stored, "settings/tenant", json => json.Replace("\"charter.promise_broken\"", "\"charter.promise_broken\",\"charter.promise_dreamt\"", StringComparison.Ordinal)), [] },
        { RulesFaultCodes.ZoneUnknown, stored => WithText(stored, "settings/tenant", json => json.Replace("Europe/Berlin", "Mars/Olympus", StringComparison.Ordinal)), ["settings/tenant"] },
    };

    [Theory]
    [MemberData(nameof(LeftOut), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_read_is_left_out_and_listed_and_the_rest_holds(string code, Func<RulesDocuments, RulesDocuments> change, string[] leftOut)
    {
        var reading = change(Stored).Read(new DefinitionCache());

        Assert.Equal(code, reading.Faults[0].Code);
        Assert.Equal(leftOut, reading.LeftOut.Select(left => left.Row.Name.ToString()));
        Assert.All(reading.LeftOut, left => Assert.Contains(left.Code, reading.Faults.Select(fault => fault.Code)));
        Assert.False(reading.IsComplete);
        if (code is RulesFaultCodes.SettingsMissing or RulesFaultCodes.ZoneUnknown)
        {
            Assert.Null(reading.Rules);
            return;
        }

        Assert.Empty(RulesReview.FaultsOf(reading.Rules!));
        var left = RulesDocuments.Of(reading.Rules!).Manifest.Select(row => row.Name.ToString()).ToHashSet();
        Assert.Equal(Stored.Manifest.Select(row => row.Name.ToString()).Where(name => !leftOut.Contains(name) || code == RulesFaultCodes.NameTwice).Except(code is RulesFaultCodes.NameDiffers or RulesFaultCodes.KindUnknown ? [Pipeline] : [])
            .Concat(code == RulesFaultCodes.DispositionsRepeated ? ["dispositions/first"] : code == RulesFaultCodes.PublicStatusRepeated ? ["public-status/first"] : code == RulesFaultCodes.ExperienceRepeated ? ["experience/first"] : []).ToHashSet(), left);
    }

    [Fact]
    public void Rules_come_back_as_they_were() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var rules = RandomDefinition.Rules(seed);
            var stored = RulesDocuments.Of(rules);
            var reading = stored.Read(new DefinitionCache());

            return reading.IsComplete && reading.LeftOut.IsEmpty && Same(reading.Rules!, rules) && RulesDocuments.Of(reading.Rules!).Manifest.SequenceEqual(stored.Manifest);
        }).Check(Tries.Of());

    [Fact]
    public void Whatever_document_is_damaged_the_rules_that_are_left_have_no_fault() =>
        Prop.ForAll(Dice.Seeds, Dice.Seeds, (seed, blow) =>
        {
            var stored = RulesDocuments.Of(RandomDefinition.Rules(seed));
            var struck = stored.Manifest[blow % stored.Manifest.Length].Name.ToString();
            var reading = WithText(stored, struck, json => System.Text.Encoding.UTF8.GetString(Damage.Damaged(json, blow))).Read(new DefinitionCache());

            return (reading.Rules is null || RulesReview.FaultsOf(reading.Rules).IsEmpty) && reading.Faults.IsEmpty == (reading.IsComplete && reading.LeftOut.IsEmpty);
        }).Check(Tries.Of());

    [Fact]
    public void A_manifest_is_in_ordinal_order_and_names_each_definition_once()
    {
        var names = Stored.Manifest.Select(row => row.Name.ToString()).ToList();

        Assert.Equal(
            ["attribute/country", "attribute/email", "attribute/gender", "attribute/skills", "calendar/office", "expectation/acknowledge-application", "expectation/answer-message", "expectation/decide-application", "lifecycle/candidate-lifecycle", "pipeline/standard", "score/engagement", "settings/tenant"],
            names);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Equal(Stored.Manifest.Select(row => row.Hash), Stored.Documents.Select(document => document.Hash));
    }

    [Theory]
    [InlineData("a b c", "")]
    [InlineData("b a c", "b")]
    [InlineData("c b a", "c b")]
    [InlineData("a c b", "a c")]
    [InlineData("", "")]
    public void The_settings_name_no_more_of_the_order_than_needed(string keys, string first)
    {
        var rules = TestRules.Everything with { Pipelines = [.. Words(keys).Select(key => TestRules.Everything.Pipelines[0] with { Key = PipelineKey.From(key) })] };
        var stored = RulesDocuments.Of(rules);

        var settings = (RulesSettings)DefinitionForms.Read(stored.Documents.Single(document => document.Kind == DefinitionKind.Settings).Json).Content;
        Assert.Equal(Words(first), settings.Order.Where(name => name.Kind == DefinitionKind.Pipeline).Select(name => name.Key));
        Assert.Equal(Words(keys), stored.Read(new DefinitionCache()).Rules!.Pipelines.Select(pipeline => pipeline.Key.Value));
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_of_documents_matters()
    {
        var reading = new RulesDocuments { Manifest = [.. Stored.Manifest.Reverse()], Documents = [.. Stored.Documents.Reverse()] }.Read(new DefinitionCache());

        Assert.True(Same(reading.Rules!, TestRules.Everything));
    }

    [Fact]
    public void Rules_with_faults_are_refused_with_all_of_them()
    {
        var rules = TestRules.Everything with { Calendars = [], Pipelines = [TestRules.Everything.Pipelines[0] with { Version = 0 }] };

        var codes = Assert.Throws<InvalidRulesException>(() => RulesDocuments.Of(rules)).Faults.Select(fault => fault.Code);

        Assert.Equal([RulesFaultCodes.CalendarUnknown, RulesFaultCodes.CalendarUnknown, RulesFaultCodes.CalendarUnknown, RulesFaultCodes.NumberInvalid], codes);
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Same(CrmRules one, CrmRules other) =>
        one.Zone.Id == other.Zone.Id && one.Announced.SetEquals(other.Announced)
        && RulesOrder.Definitions(one).Zip(RulesOrder.Definitions(other)).All(pair => pair.First.SaysTheSameAs(pair.Second))
        && RulesOrder.Definitions(one).Count() == RulesOrder.Definitions(other).Count();

    private static ManifestRow Row(RulesDocuments stored, string name) => stored.Manifest.Single(row => row.Name.ToString() == name);

    private static RulesDocuments WithRow(RulesDocuments stored, string name, Func<ManifestRow, ManifestRow> change) =>
        stored with { Manifest = stored.Manifest.Replace(Row(stored, name), change(Row(stored, name))) };

    private static RulesDocuments WithDocument(RulesDocuments stored, string name, Func<DefinitionDocument, DefinitionDocument> change)
    {
        var document = stored.Documents.Single(each => each.Hash == Row(stored, name).Hash);
        return stored with { Documents = stored.Documents.Replace(document, change(document)) };
    }

    /// <summary>Keeps another text under its own hash, as another version of the library would have.</summary>
    private static RulesDocuments WithText(RulesDocuments stored, string name, Func<string, string> change)
    {
        var json = change(stored.Documents.Single(each => each.Hash == Row(stored, name).Hash).Json);
        var hash = DefinitionJson.HashOf(json);
        return WithRow(WithDocument(stored, name, document => document with { Json = json, Hash = hash }), name, row => row with { Hash = hash });
    }

    private static RulesDocuments WithSecondLifecycle(RulesDocuments stored) =>
        With(stored, Definition.Of(TestRules.Everything.Lifecycle! with { Key = LifecycleKey.From("second") }));

    private static RulesDocuments WithTwoPublicStatuses(RulesDocuments stored) =>
        With(
            With(stored, Definition.Of(PublicStatusDefinition.Default with { Key = PublicStatusKey.From("first") })),
            Definition.Of(PublicStatusDefinition.Default with { Key = PublicStatusKey.From("second") }));

    private static RulesDocuments WithTwoExperiences(RulesDocuments stored) =>
        With(
            With(stored, Definition.Of(ExperienceModel.Default with { Key = ExperienceKey.From("first") })),
            Definition.Of(ExperienceModel.Default with { Key = ExperienceKey.From("second") }));

    private static RulesDocuments WithoutWhatIsBeneath(RulesDocuments stored) =>
        WithText(stored, "calendar/office", json => json.Replace("\"week\":", "\"base\":{\"calendar\":\"company\",\"how\":\"within\"},\"week\":", StringComparison.Ordinal));

    private static RulesDocuments WithTwoTaxonomies(RulesDocuments stored) =>
        With(
            With(stored, Definition.Of(new DispositionTaxonomy { Key = TaxonomyKey.From("first"), Reasons = [], NeedingReason = [] })),
            Definition.Of(new DispositionTaxonomy { Key = TaxonomyKey.From("second"), Reasons = [], NeedingReason = [] }));

    private static RulesDocuments With(RulesDocuments stored, Definition definition)
    {
        var document = DefinitionJson.DocumentOf(definition);
        return stored with
        {
            Documents = stored.Documents.Add(document),
            Manifest = stored.Manifest.Add(new ManifestRow { Name = definition.Name, Version = definition.Version, Hash = document.Hash }),
        };
    }
}
