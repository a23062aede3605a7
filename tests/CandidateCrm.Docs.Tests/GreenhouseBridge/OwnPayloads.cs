using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>Small payloads of our own making, one of each action, with ids that nobody has and people without a name.</summary>
internal static class OwnPayloads
{
    internal const long Candidate = 11;
    internal const long Application = 101;
    internal const long Prospect = 102;
    internal const long Job = 7;
    internal const long Offer = 501;
    internal const long Interview = 601;
    internal const long Scorecard = 701;
    internal const long Winner = 12;

    /// <summary>Gets one payload of each action, in an order in which they might happen.</summary>
    internal static ImmutableArray<string> All { get; } =
    [
        Text("job_created", new JsonObject { ["job"] = JobObject() }),
        Text("job_approved", new JsonObject { ["approval_flow"] = new JsonObject { ["approval_flow_type"] = "open_job" }, ["job"] = JobObject() }),
        Text("new_candidate_application", Shown(ApplicationObject())),
        Text("application_updated", Shown(With(ApplicationObject(), "last_activity_at", "2026-02-03T10:00:00Z"))),
        Text("candidate_stage_change", Shown(Moved("On-site (final)", 72, "2026-02-04T10:00:00Z"))),
        Text("offer_created", OfferObject(1, sentOn: null, status: "Created")),
        Text("offer_approved", OfferObject(1, sentOn: null, status: "Created")),
        Text("offer_updated", OfferObject(1, sentOn: "2026-02-06", status: "Accepted", resolvedAt: "2026-02-09T08:00:00Z")),
        Text("hire_candidate", Shown(HireObject())),
        Text("unhire_candidate", Shown(Moved("On-site (final)", 72, "2026-02-12T10:00:00Z"))),
        Text("reject_candidate", Shown(RejectedObject())),
        Text("unreject_candidate", Shown(Moved("On-site (final)", 72, "2026-02-16T10:00:00Z"))),
        Text("offer_deleted", new JsonObject { ["offer"] = new JsonObject { ["id"] = Offer, ["application_id"] = Application } }),
        Text("new_prospect_application", Shown(ProspectObject())),
        Text("update_candidate", new JsonObject { ["candidate"] = With(CandidateObject(), "can_email", false) }),
        Text("interview_deleted", new JsonObject { ["interview"] = new JsonObject { ["id"] = Interview } }),
        Text("scorecard_deleted", new JsonObject { ["scorecard"] = new JsonObject { ["id"] = Scorecard, ["candidate_id"] = Candidate } }),
        Text("delete_application", new JsonObject { ["application"] = new JsonObject { ["id"] = Prospect, ["candidate_id"] = Candidate } }),
        Text("candidate_anonymized", new JsonObject { ["candidate_id"] = Candidate, ["anonymized_fields"] = new JsonArray("full_name", "Phone Numbers") }),
        Text("merge_candidate", new JsonObject { ["person"] = With(PersonObject(), "new_candidate_id", Winner) }),
        Text("delete_candidate", new JsonObject { ["person"] = With(PersonObject(), "deleted_application_ids", new JsonArray(Application)) }),
        Text("job_updated", new JsonObject { ["job"] = With(JobObject(), "status", "draft") }),
        Text("job_deleted", new JsonObject { ["job"] = new JsonObject { ["id"] = Job } }),
        Text("job_post_created", new JsonObject { ["id"] = 801, ["job_id"] = Job }),
        Text("job_post_updated", new JsonObject { ["id"] = 801, ["job_id"] = Job }),
        Text("job_post_deleted", new JsonObject { ["job_post"] = new JsonObject { ["id"] = 801 } }),
        Text("job_interview_stage_deleted", new JsonObject { ["job_interview_stage"] = new JsonObject { ["id"] = 71 } }),
        Text("department_deleted", new JsonObject { ["department"] = new JsonObject { ["id"] = 901 } }),
        Text("office_deleted", new JsonObject { ["office"] = new JsonObject { ["id"] = 902 } }),
        Text("ping", new JsonObject { ["web_hook_id"] = 1 }),
    ];

    internal static string Of(string action) => All.Single(text => ActionOf(text) == action);

    internal static string ActionOf(string text) => JsonNode.Parse(text)!["action"]!.GetValue<string>();

    internal static string Text(string action, JsonNode payload) => new JsonObject { ["action"] = action, ["payload"] = payload }.ToJsonString();

    internal static JsonObject Shown(JsonObject application) => new() { ["application"] = application };

    internal static JsonObject With(JsonObject json, string name, JsonNode? value)
    {
        json[name] = value;
        return json;
    }

    internal static JsonObject CandidateObject() => new()
    {
        ["id"] = Candidate,
        ["first_name"] = "given-11",
        ["email_addresses"] = new JsonArray(new JsonObject { ["value"] = "c11@example.com" }),
    };

    internal static JsonObject PersonObject() => new() { ["id"] = Candidate, ["first_name"] = "given-11", ["can_email"] = true };

    internal static JsonObject ApplicationObject() => new()
    {
        ["id"] = Application,
        ["prospect"] = false,
        ["status"] = "active",
        ["applied_at"] = "2026-02-02T10:00:00Z",
        ["rejected_at"] = null,
        ["last_activity_at"] = "2026-02-02T10:00:00Z",
        ["source"] = new JsonObject { ["id"] = 16, ["public_name"] = "Careers site" },
        ["rejection_reason"] = null,
        ["current_stage"] = new JsonObject { ["id"] = 71, ["name"] = "Application Review" },
        ["candidate"] = With(CandidateObject(), "can_email", true),
        ["jobs"] = new JsonArray(new JsonObject { ["id"] = Job }),
    };

    internal static JsonObject Moved(string stage, long id, string at) =>
        With(With(ApplicationObject(), "current_stage", new JsonObject { ["id"] = id, ["name"] = stage }), "last_activity_at", at);

    internal static JsonObject RejectedObject()
    {
        var application = With(With(Moved("On-site (final)", 72, "2026-02-16T10:00:00Z"), "status", "rejected"), "rejected_at", "2026-02-16T10:00:00Z");
        return With(application, "rejection_reason", ReasonObject("Too far away", "They rejected us"));
    }

    internal static JsonObject ReasonObject(string name, string type) =>
        new() { ["id"] = 21, ["name"] = name, ["type"] = new JsonObject { ["id"] = 3, ["name"] = type } };

    internal static JsonObject ProspectObject()
    {
        var prospect = With(With(ApplicationObject(), "id", Prospect), "prospect", true);
        prospect["current_stage"] = null;
        return prospect;
    }

    internal static JsonObject HireObject()
    {
        var application = With(ApplicationObject(), "offer", new JsonObject
        {
            ["id"] = Offer,
            ["version"] = 1,
            ["sent_at"] = "2026-02-06",
            ["resolved_at"] = "2026-02-09T08:00:00Z",
            ["starts_at"] = "2026-04-01",
        });
        foreach (var name in (string[])["status", "applied_at", "last_activity_at", "current_stage"])
        {
            application.Remove(name);
        }

        return application;
    }

    internal static JsonObject OfferObject(int version, string? sentOn, string status, string? resolvedAt = null) => new()
    {
        ["id"] = Offer,
        ["application_id"] = Application,
        ["version"] = version,
        ["sent_on"] = sentOn,
        ["resolved_at"] = resolvedAt,
        ["start_date"] = "04/01/2026",
        ["notes"] = "words about somebody",
        ["offer_status"] = status,
    };

    internal static JsonObject JobObject() => new()
    {
        ["id"] = Job,
        ["status"] = "open",
        ["created_at"] = "2026-01-05T09:00:00Z",
        ["opened_at"] = "2026-01-06T09:00:00Z",
        ["closed_at"] = null,
        ["openings"] = new JsonArray(new JsonObject { ["id"] = 1 }, new JsonObject { ["id"] = 2 }),
    };
}
