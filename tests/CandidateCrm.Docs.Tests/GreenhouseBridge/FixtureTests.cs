using System.Globalization;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using GreenhouseBridge;
using GreenhouseBridge.Mapping;
using NodaTime.Text;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>The vendor's own payloads, each by itself and all together, against what others say that they mean.</summary>
public sealed class FixtureTests
{
    private const string Expectations = "greenhouse/expected.json";

    [FixtureFact(Expectations)]
    public async Task Every_payload_comes_to_what_others_say_that_it_means()
    {
        var expected = Expected();
        Assert.Equal(29, expected.Count);
        var faults = new List<string>();
        foreach (var row in expected)
        {
            faults.AddRange((await DifferencesAsync(row)).Select(fault => $"{Text(row, "action")}: {fault}"));
        }

        Assert.Equal([], faults);
    }

    /// <summary>The comparison can fail: with the answers of another payload it does, for every payload that says anything of an application.</summary>
    [FixtureFact(Expectations)]
    public async Task The_meaning_of_another_payload_does_not_fit()
    {
        var expected = Expected().Where(row => row.GetProperty("application_status").ValueKind == JsonValueKind.String).ToList();
        for (var i = 0; i < expected.Count; i++)
        {
            var (row, other) = (expected[i], expected[(i + 1) % expected.Count]);
            Assert.NotEmpty(await DifferencesAsync(row, meaning: other));
        }
    }

    [FixtureFact(Expectations)]
    public void Every_action_is_known_and_tells_nothing_but_what_it_lists() =>
        Assert.All(Expected(), row =>
        {
            Assert.True(GreenhouseMapping.All.ContainsKey(Text(row, "action")!));
            Assert.Empty(TableTests.Unlisted(Payload(row)));
        });

    [FixtureFact(Expectations)]
    public async Task The_losing_record_of_a_merge_says_where_the_person_goes_on()
    {
        await using var crm = new BridgeUnderTest();
        var payload = Payload(Expected().Single(row => Text(row, "action") == "merge_candidate"));
        await crm.ReceiveAsync(payload);

        var person = JsonDocument.Parse(payload).RootElement.GetProperty("payload").GetProperty("person");
        var overlays = (await crm.FindAsync(person.GetProperty("id").GetInt64()))!.Lifecycle!.Overlays;
        Assert.Equal(person.GetProperty("new_candidate_id").GetRawText(), overlays.MergedInto.Value);
    }

    [FixtureFact(Expectations)]
    public async Task Who_is_anonymised_stays_and_who_is_deleted_does_not()
    {
        await using var crm = new BridgeUnderTest();
        var anonymised = Payload(Expected().Single(row => Text(row, "action") == "candidate_anonymized"));
        var deleted = Expected().Single(row => Text(row, "action") == "delete_candidate");
        var candidate = deleted.GetProperty("candidate_id").GetInt64();

        await crm.ReceiveAsync(anonymised);
        var fields = JsonDocument.Parse(anonymised).RootElement.GetProperty("payload").GetProperty("anonymized_fields").EnumerateArray().Select(name => "field." + name.GetString());
        var fact = Assert.IsType<CustomFact>(Assert.Single(await crm.FactsAsync(candidate)));
        Assert.Equal(fields.Append("fields").Order(StringComparer.Ordinal), fact.Attributes.Select(attribute => attribute.Name.Value));
        Assert.Null((await crm.FindAsync(candidate))!.Lifecycle?.Overlays.ErasedAt);

        await crm.ReceiveAsync(Payload(deleted));
        Assert.NotNull((await crm.FindAsync(candidate))!.Lifecycle!.Overlays.ErasedAt);
        var listed = JsonDocument.Parse(Payload(deleted)).RootElement.GetProperty("payload").GetProperty("person").GetProperty("deleted_application_ids").EnumerateArray().Select(id => id.GetRawText());
        Assert.Equal(listed.Order(), (await crm.FactsAsync(candidate)).OfType<ApplicationRemoved>().Select(removed => removed.Application.Value).Order());
    }

    [FixtureFact(Expectations)]
    public async Task All_of_them_twice_or_in_reverse_end_in_the_same_relationships()
    {
        var payloads = Expected().Select(Payload).ToList();
        var once = await EndAsync(payloads);

        Assert.Equal(once, await EndAsync([.. payloads, .. payloads]));
        Assert.Equal(once, await EndAsync(payloads.AsEnumerable().Reverse()));
        Assert.Equal(once, await EndAsync(payloads.Zip(payloads.AsEnumerable().Reverse()).SelectMany(pair => new[] { pair.First, pair.Second })));
        Assert.NotEqual(once, await EndAsync(payloads.Where(text => OwnPayloads.ActionOf(text) != "reject_candidate")));
    }

    [FixtureFact(Expectations)]
    public async Task No_name_address_or_number_of_a_person_gets_to_a_timeline()
    {
        await using var crm = new BridgeUnderTest();
        var payloads = Expected().Select(Payload).ToList();
        await crm.ReceiveAllAsync(payloads);
        var timelines = string.Concat(await Task.WhenAll(Candidates().Select(async candidate => string.Concat((await crm.TimelineAsync(candidate)).Select(TimelineJson.Write)))));
        var personal = payloads.SelectMany(text => Personal(JsonDocument.Parse(text).RootElement, "")).ToHashSet(StringComparer.Ordinal);

        Assert.True(personal.Count > 20);
        Assert.DoesNotContain(personal, text => timelines.Contains(text, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<string> EndAsync(IEnumerable<string> payloads)
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAllAsync(payloads);
        var states = await Task.WhenAll(Candidates().Select(crm.StateAsync));
        return string.Join('\n', states);
    }

    /// <summary>Delivers one payload to a bridge that knows whose the applications of offers are, and compares the relationship with its meaning.</summary>
    private static async Task<IEnumerable<string>> DifferencesAsync(JsonElement row, JsonElement? meaning = null)
    {
        await using var crm = new BridgeUnderTest();
        var expected = meaning ?? row;
        var answer = await crm.ReceiveAsync(Payload(row));
        var waits = Text(row, "action")!.StartsWith("offer", StringComparison.Ordinal) || Text(row, "action") == "interview_deleted";
        var ignored = GreenhouseMapping.All[Text(row, "action")!].IgnoredBecause is not null || (Text(row, "action") == "update_candidate" && expected.GetProperty("can_email").ValueKind == JsonValueKind.Null);
        var outcome = (waits, ignored) switch { (true, _) => Outcome.Waiting, (_, true) => Outcome.Ignored, _ => Outcome.Recorded };
        var told = expected.GetProperty("candidate_id").ValueKind == JsonValueKind.Number && !ignored ? await crm.FindAsync(expected.GetProperty("candidate_id").GetInt64()) : null;
        return
        [
            .. Differs("outcome", outcome.ToString(), answer.Outcome.ToString()),
            .. expected.GetProperty("candidate_id").ValueKind == JsonValueKind.Number && !ignored ? Differs("candidate", "known", told is null ? "unknown" : "known") : [],
            .. Number(expected, "application_id") is { } application ? Differs("application", application, ApplicationOf(answer, crm)) : [],
            .. told is null ? [] : Differs(expected, told),
        ];
    }

    private static IEnumerable<string> Differs(JsonElement expected, Relationship told)
    {
        var application = told.Applications?.All.FirstOrDefault(each => each.Application.Value == Number(expected, "application_id"));
        var contact = expected.GetProperty("can_email").ValueKind != JsonValueKind.False;
        IEnumerable<string> always = Differs("can_email", contact.ToString(), (told.Lifecycle?.Overlays.ContactBar is null).ToString());
        if (Text(expected, "applied_at") is not { } applied || application is null)
        {
            return Text(expected, "applied_at") is null ? always : [.. always, "the application is unknown"];
        }

        var jobs = expected.GetProperty("job_ids").EnumerateArray().Select(job => job.GetRawText()).ToList();
        return
        [
            .. always,
            .. Differs("applied_at", applied, Code(expected) == "new_prospect_application" ? applied : Said(application.SubmittedAt) ?? "never"),
            .. Differs("status", Text(expected, "application_status")!, Status(application)),
            .. Differs("stage", SlugOf(Text(expected, "current_stage")), application.Stage.IsAssigned ? application.Stage.Value : null),
            .. Differs("source", SlugOf(Text(expected, "source")), application.Source.IsAssigned ? application.Source.Value : null),
            .. Differs("job", jobs.Count > 0 ? jobs[0] : null, application.Requisition.IsAssigned ? application.Requisition.Value : null),
            .. Differs("rejected_at", Text(expected, "rejected_at"), Said(application.Ending?.At)),
            .. Differs("rejection_reason", SlugOf(Text(expected, "rejection_reason")), application.Ending is { Reason.IsAssigned: true } ending ? ending.Reason.Value : null),
        ];
    }

    private static string Status(ApplicationState application) => application.Status switch
    {
        ApplicationStatus.Ended when application.Ending!.Disposition == Disposition.Hired => "hired",
        ApplicationStatus.Ended => "rejected",
        ApplicationStatus.Live or ApplicationStatus.Prospect => "active",
        var other => other.ToString(),
    };

    /// <summary>Returns which application a payload is about: from its facts, or from what waits for it.</summary>
    private static string? ApplicationOf(Received answer, BridgeUnderTest crm) =>
        crm.Bridge.Waiting.Where(subject => subject.Kind == "application").Select(subject => subject.Id.ToString(CultureInfo.InvariantCulture)).FirstOrDefault()
        ?? answer.Facts.Select(fact => fact.Fact).OfType<IApplicationFact>().Select(fact => fact.Application.Value).FirstOrDefault();

    private static IEnumerable<string> Differs(string what, string? expected, string? actual) => expected == actual ? [] : [$"{what} is {actual ?? "none"}, not {expected ?? "none"}"];

    private static string? Said(Instant? at) => at is { } instant ? InstantPattern.General.Format(instant) : null;

    private static string? SlugOf(string? name) => name is null ? null : Slug.Of(name, "x", 1);

    private static string? Code(JsonElement row) => Text(row, "action");

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();

    private static string? Number(JsonElement row, string name) => row.GetProperty(name).ValueKind == JsonValueKind.Number ? row.GetProperty(name).GetRawText() : null;

    private static List<JsonElement> Expected() =>
        [.. JsonDocument.Parse(File.ReadAllText(FixturePaths.Of(Expectations))).RootElement.GetProperty("webhooks").EnumerateArray()];

    private static string Payload(JsonElement row) => File.ReadAllText(FixturePaths.Of("greenhouse/" + Text(row, "file")));

    private static IEnumerable<long> Candidates() =>
        Expected().Select(row => row.GetProperty("candidate_id")).Where(id => id.ValueKind == JsonValueKind.Number).Select(id => id.GetInt64()).Append(29843272).Append(457456).Distinct();

    /// <summary>Finds every name, address, number and free text of a person or about one.</summary>
    private static IEnumerable<string> Personal(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Personal(member.Value, name is "email_addresses" or "phone_numbers" or "addresses" ? name : member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Personal(item, name)),
        JsonValueKind.String when name is "first_name" or "last_name" or "email" or "email_addresses" or "phone_numbers" or "addresses" or "company" or "headline" or "notes"
            && element.GetString() is { Length: > 4 } text => [text],
        _ => [],
    };
}
