using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;
using GreenhouseBridge;
using GreenhouseBridge.Mapping;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>What each payload of our own comes to.</summary>
public sealed class MappingTests
{
    private static readonly JobApplicationId Application = JobApplicationId.From("101");
    private static readonly OfferId Offer = OfferId.From("501");
    private static readonly StageKey Review = StageKey.From("application-review");
    private static readonly StageKey Final = StageKey.From("on-site-final");

    private static readonly ApplicationSubmitted Submitted = new()
    {
        Application = Application,
        Requisition = RequisitionId.From("7"),
        Source = SourceCode.From("careers-site"),
    };

    private static readonly string[] PersonalTexts = ["given-11", "example.com", "words about"];

    public static TheoryData<string, IFact[]> Told => new()
    {
        { "new_candidate_application", [Submitted, Entered(Review, StageCategory.Applied)] },
        { "application_updated", [Submitted, Entered(Review, StageCategory.Applied)] },
        { "candidate_stage_change", [Submitted, Entered(Final)] },
        { "hire_candidate", [Made(1), new OfferAccepted { Application = Application, Offer = Offer }, new CandidateHired { Application = Application, StartsOn = new LocalDate(2026, 4, 1) }] },
        { "unhire_candidate", [Submitted, new ApplicationReopened { Application = Application, Stage = Final }, Entered(Final)] },
        { "reject_candidate", [Submitted, Entered(Final), new ApplicationEnded { Application = Application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("too-far-away") }] },
        { "unreject_candidate", [Submitted, new ApplicationReopened { Application = Application, Stage = Final }, Entered(Final)] },
        { "new_prospect_application", [new ProspectAdded { Application = JobApplicationId.From("102"), Requisition = Submitted.Requisition, Source = Submitted.Source }] },
        { "delete_application", [new ApplicationRemoved { Application = JobApplicationId.From("102") }] },
        { "update_candidate", [Barred] },
        { "merge_candidate", [new CandidateMerged { Into = CandidateId.From("12") }] },
        { "delete_candidate", [new ApplicationRemoved { Application = Application }, new CandidateErased()] },
        { "scorecard_deleted", [new FactsRetracted { Events = [EventId.From("greenhouse:scorecard:701:given")], Reason = ReasonCode.From("scorecard-deleted") }] },
        { "candidate_anonymized", [Anonymised("field.full_name", "field.phone_numbers")] },
    };

    private static ContactBarred Barred { get; } = new() { Reason = ReasonCode.From("can-email-false") };

    [Theory]
    [MemberData(nameof(Told), DisableDiscoveryEnumeration = true)]
    public async Task A_payload_by_itself_tells(string action, IFact[] facts)
    {
        await using var crm = new BridgeUnderTest();
        var answer = await crm.ReceiveAsync(OwnPayloads.Of(action));

        Assert.Equal(Outcome.Recorded, answer.Outcome);
        Assert.Equal(facts, await crm.FactsAsync(OwnPayloads.Candidate));
        Assert.All(await crm.TimelineAsync(OwnPayloads.Candidate), one => Assert.Null(one.Personal));
    }

    [Fact]
    public async Task Offers_wait_until_somebody_says_whose_the_application_is()
    {
        await using var crm = new BridgeUnderTest();
        var answers = await crm.ReceiveAllAsync(["offer_created", "offer_approved", "offer_updated"], OwnPayloads.Of);
        Assert.All(answers, answer => Assert.Equal((Outcome.Waiting, "application:101"), (answer.Outcome, answer.Findings.Single().Where)));
        Assert.Equal([Subject.Application(101)], crm.Bridge.Waiting);

        await crm.ReceiveAsync(OwnPayloads.Of("new_candidate_application"));

        Assert.Empty(crm.Bridge.Waiting);
        IFact[] facts =
        [
            Submitted,
            Entered(Review, StageCategory.Applied),
            new OfferPrepared { Application = Application, Offer = Offer, Version = 1 },
            Made(1),
            new OfferAccepted { Application = Application, Offer = Offer },
        ];
        Assert.Equal(facts, await crm.FactsAsync(OwnPayloads.Candidate));
        Assert.Equal(OfferStatus.Accepted, (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Offer?.Status);
    }

    [Fact]
    public async Task A_payload_that_says_no_more_than_whose_an_application_is_is_enough_for_the_offers()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("offer_created"));
        await crm.ReceiveAsync(OwnPayloads.Text("application_updated", OwnPayloads.Shown(new JsonObject { ["id"] = OwnPayloads.Application, ["candidate"] = new JsonObject { ["id"] = OwnPayloads.Candidate } })));

        Assert.Equal([new OfferPrepared { Application = Application, Offer = Offer, Version = 1 }], await crm.FactsAsync(OwnPayloads.Candidate));
    }

    [Theory]
    [InlineData("Accepted", OfferStatus.Accepted)]
    [InlineData("Rejected", OfferStatus.Declined)]
    [InlineData("Created", OfferStatus.Made)]
    [InlineData("Deprecated", OfferStatus.Made)]
    public async Task An_offer_stands_as_its_status_says(string status, OfferStatus expected)
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("new_candidate_application"));
        await crm.ReceiveAsync(OwnPayloads.Text("offer_updated", OwnPayloads.OfferObject(2, "2026-02-06", status, "2026-02-09T08:00:00Z")));

        var offer = (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Offer!;
        Assert.Equal((expected, 2, new LocalDate(2026, 4, 1)), (offer.Status, offer.Version, offer.StartsOn));

        await crm.ReceiveAsync(OwnPayloads.Of("offer_deleted"));
        Assert.Null((await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Offer);
    }

    [Fact]
    public async Task That_an_offer_is_gone_says_nothing_until_one_was_told()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("new_candidate_application"));
        var gone = await crm.ReceiveAsync(OwnPayloads.Of("offer_deleted"));
        Assert.Equal(Outcome.Recorded, gone.Outcome);
        Assert.Empty(gone.Facts);

        await crm.ReceiveAsync(OwnPayloads.Of("offer_created"));
        Assert.Contains(new OfferRemoved { Application = Application, Offer = Offer }, await crm.FactsAsync(OwnPayloads.Candidate));
    }

    [Fact]
    public async Task An_interview_is_cancelled_once_its_application_and_whose_that_is_are_known()
    {
        await using var crm = new BridgeUnderTest();
        Assert.Equal(Outcome.Waiting, (await crm.ReceiveAsync(OwnPayloads.Of("interview_deleted"))).Outcome);
        Assert.Empty(await crm.Bridge.LearnAsync(Subject.Interview(OwnPayloads.Interview), Subject.Application(OwnPayloads.Application)));
        await crm.ReceiveAsync(OwnPayloads.Of("new_candidate_application"));

        Assert.Contains(new InterviewCancelled { Application = Application, Interview = InterviewId.From("601") }, await crm.FactsAsync(OwnPayloads.Candidate));
        Assert.Empty(crm.Bridge.Waiting);
    }

    [Fact]
    public async Task The_feedback_of_a_deleted_scorecard_is_taken_back()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("new_candidate_application"));
        var interview = InterviewId.From("601");
        var held = new InterviewHeld { Application = Application, Interview = interview, Interviewers = [PersonId.From("u-3")] };
        var given = new FeedbackGiven { Application = Application, Interview = interview, By = PersonId.From("u-3") };
        await crm.TellAsync(EventId.From("interview:601:held"), Instant.FromUtc(2026, 2, 5, 10, 0), held);
        await crm.TellAsync(InterviewPayloads.FeedbackId(OwnPayloads.Scorecard), Instant.FromUtc(2026, 2, 5, 12, 0), given);
        Assert.Empty((await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.MissingFeedback());

        await crm.ReceiveAsync(OwnPayloads.Of("scorecard_deleted"));

        Assert.Equal(PersonId.From("u-3"), Assert.Single((await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.MissingFeedback()).From);
    }

    [Fact]
    public async Task A_prospect_who_is_none_any_more_has_become_an_applicant()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("new_prospect_application"));
        var application = OwnPayloads.With(OwnPayloads.Moved("Application Review", 71, "2026-02-05T10:00:00Z"), "id", OwnPayloads.Prospect);
        await crm.ReceiveAsync(OwnPayloads.Text("application_updated", OwnPayloads.Shown(application)));

        var facts = await crm.FactsAsync(OwnPayloads.Candidate);
        Assert.Equal([nameof(ProspectAdded), nameof(ProspectConverted), nameof(StageEntered)], facts.Select(fact => fact.GetType().Name));
        Assert.Equal(ApplicationStatus.Live, (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Status);
    }

    [Fact]
    public async Task What_a_payload_shows_in_passing_gives_way_to_what_announces_it()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAsync(OwnPayloads.Of("reject_candidate"));
        var edited = OwnPayloads.With(OwnPayloads.ApplicationObject(), "source", new JsonObject { ["id"] = 17, ["name"] = "Referral" });
        await crm.ReceiveAsync(OwnPayloads.Text("new_candidate_application", OwnPayloads.Shown(edited)));
        await crm.ReceiveAsync(OwnPayloads.Of("candidate_stage_change"));

        IFact[] facts =
        [
            Submitted with { Source = SourceCode.From("referral") },
            Entered(Review, StageCategory.Applied),
            Entered(Final),
            new ApplicationEnded { Application = Application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("too-far-away") },
        ];
        Assert.Equal(facts, await crm.FactsAsync(OwnPayloads.Candidate));
    }

    /// <summary>A fact may come to be one, be taken back because an earlier payload says the same, and come to be one again because another says otherwise in between.</summary>
    [Theory]
    [InlineData(2, 3, 4, 5, 6, 7)]
    [InlineData(7, 6, 5, 4, 3, 2)]
    [InlineData(7, 3, 5, 4, 6, 2)]
    [InlineData(4, 7, 3, 6, 2, 5)]
    public async Task Only_a_change_of_whether_somebody_may_be_written_to_becomes_a_fact(params int[] days)
    {
        await using var crm = new BridgeUnderTest();
        foreach (var day in days)
        {
            var application = OwnPayloads.With(OwnPayloads.ApplicationObject(), "last_activity_at", $"2026-02-0{day}T10:00:00Z");
            application["candidate"]!["can_email"] = day is 2 or 5 or 6;
            await crm.ReceiveAsync(OwnPayloads.Text("application_updated", OwnPayloads.Shown(application)));
        }

        var changes = (await crm.FactsAsync(OwnPayloads.Candidate)).Where(fact => fact is ContactBarred or ContactBarLifted);
        Assert.Equal([Barred, new ContactBarLifted(), Barred], changes);
        Assert.Equal(Instant.FromUtc(2026, 2, 7, 10, 0), (await crm.FindAsync(OwnPayloads.Candidate))!.Lifecycle!.Overlays.ContactBar?.Since);
    }

    [Fact]
    public async Task At_one_instant_the_bar_wins()
    {
        await using var crm = new BridgeUnderTest();
        foreach (var may in new[] { false, true })
        {
            var application = OwnPayloads.ApplicationObject();
            application["candidate"]!["can_email"] = may;
            await crm.ReceiveAsync(OwnPayloads.Text("application_updated", OwnPayloads.Shown(application)));
        }

        Assert.NotNull((await crm.FindAsync(OwnPayloads.Candidate))!.Lifecycle!.Overlays.ContactBar);
    }

    [Fact]
    public async Task A_company_has_its_own_names_for_stages_reasons_and_who_said_no()
    {
        await using var crm = new BridgeUnderTest(options: new GreenhouseOptions
        {
            Stages = ImmutableDictionary<string, StageCategory>.Empty.Add("on-site-final", StageCategory.Interview),
            Reasons = ImmutableDictionary<string, ReasonCode>.Empty.Add("too-far-away", ReasonCode.From("distance")),
            Dispositions = ImmutableDictionary<string, Disposition>.Empty.Add("they-rejected-us", Disposition.SelfDeselected),
        });
        await crm.ReceiveAsync(OwnPayloads.Of("reject_candidate"));

        var facts = await crm.FactsAsync(OwnPayloads.Candidate);
        Assert.Equal(StageCategory.Interview, facts.OfType<StageEntered>().Single().Category);
        Assert.Equal((Disposition.SelfDeselected, ReasonCode.From("distance")), (facts.OfType<ApplicationEnded>().Single().Disposition, facts.OfType<ApplicationEnded>().Single().Reason));
    }

    [Theory]
    [InlineData("Wrong skill set", Disposition.Rejected)]
    [InlineData("We rejected them", Disposition.Rejected)]
    [InlineData("They rejected us", Disposition.Withdrew)]
    public async Task Who_said_no_follows_from_the_type_of_the_reason(string type, Disposition expected)
    {
        await using var crm = new BridgeUnderTest();
        var rejected = OwnPayloads.With(OwnPayloads.RejectedObject(), "rejection_reason", OwnPayloads.ReasonObject("Salary", type));
        await crm.ReceiveAsync(OwnPayloads.Text("reject_candidate", OwnPayloads.Shown(rejected)));

        Assert.Equal(expected, (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single().Ending?.Disposition);
    }

    [Theory]
    [InlineData("Preliminary Phone Screen", "preliminary-phone-screen")]
    [InlineData("  C++ / C# (on-site) ", "c-c-on-site")]
    [InlineData("最終面接", "stage-5")]
    [InlineData("", "stage-5")]
    [InlineData("A234567890123456789012345678901234567890123456789012345678901234567890", "a234567890123456789012345678901234567890123456789012345678901234")]
    [InlineData("A23456789012345678901234567890123456789012345678901234567890123 x", "a23456789012345678901234567890123456789012345678901234567890123")]
    public void A_name_becomes_a_code(string name, string code)
    {
        Assert.Equal(code, Slug.Of(name, "stage", 5));
        Assert.True(StageKey.TryFrom(code, out _));
    }

    [Fact]
    public async Task Nothing_personal_gets_to_a_timeline()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAllAsync(OwnPayloads.All);

        var timeline = string.Concat((await crm.TimelineAsync(OwnPayloads.Candidate)).Select(TimelineJson.Write));
        Assert.All(PersonalTexts, text =>
        {
            Assert.Contains(text, string.Concat(OwnPayloads.All), StringComparison.Ordinal);
            Assert.DoesNotContain(text, timeline, StringComparison.Ordinal);
        });
    }

    private static StageEntered Entered(StageKey stage, StageCategory category = default) => new() { Application = Application, Stage = stage, Category = category };

    private static OfferMade Made(int version) => new() { Application = Application, Offer = Offer, Version = version, StartsOn = new LocalDate(2026, 4, 1) };

    private static CustomFact Anonymised(params string[] fields) => new()
    {
        Code = FactCode.From("greenhouse.anonymized"),
        Attributes =
        [
            new FactField(FactCode.From("fields"), AttributeValue.Number(fields.Length)),
            .. fields.Select(field => new FactField(FactCode.From(field), AttributeValue.Boolean(true))),
        ],
    };
}
