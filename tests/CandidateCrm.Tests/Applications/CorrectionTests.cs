using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Applications;

/// <summary>What comes after an ending: thanks, corrections, second thoughts.</summary>
public sealed class CorrectionTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    [Fact]
    public async Task A_late_thank_you_opens_no_promise_and_moves_no_phase()
    {
        await using var crm = await RejectedAsync();
        var thanks = await crm.HappenAsync("thanks", At("2026-03-05T09:00:00Z"), Reply(App));

        Assert.Empty(thanks.Promises);
        Assert.Equal(Phase.Nurture, thanks.Relationship!.Lifecycle!.Phase);
    }

    [Fact]
    public async Task A_new_message_of_a_former_candidate_opens_a_promise_and_the_conversation()
    {
        await using var crm = await RejectedAsync();
        var message = await crm.HappenAsync("message", At("2026-03-05T09:00:00Z"), Reply(default));

        Assert.Equal("answer-message", Assert.Single(message.Promises).Key.Expectation.Value);
        Assert.Equal(Phase.Engage, message.Relationship!.Lifecycle!.Phase);
    }

    [Fact]
    public async Task Who_needs_no_reply_is_promised_none()
    {
        await using var crm = new CrmUnderTest();
        var message = await crm.HappenAsync("m", At("2026-03-05T09:00:00Z"), Reply(default) with { NeedsNoReply = true });

        Assert.Empty(message.Promises);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_an_un_rejection_is_told_the_application_is_decided_again(bool byAMove)
    {
        await using var crm = await RejectedAsync();
        var revived = await crm.HappenAsync("back", At("2026-03-05T09:00:00Z"), byAMove
            ? new StageEntered { Application = App, Stage = StageKey.From("interview") }
            : new ApplicationReopened { Application = App });

        var promise = Assert.Single(revived.Promises);
        Assert.Equal(new PromiseKey(ExpectationKey.From("decide-application"), "app-1", 2), promise.Key);
        Assert.Equal(Phase.Hire, revived.Relationship!.Lifecycle!.Phase);
    }

    [Fact]
    public async Task A_hire_after_a_rejection_corrects_it()
    {
        await using var crm = await RejectedAsync();
        await crm.HappenAsync("s2", At("2026-03-04T10:00:00Z"), Submitted("app-2"));
        var hired = await crm.HappenAsync("hired", At("2026-03-05T09:00:00Z"), new CandidateHired { Application = App });

        Assert.Equal(Disposition.Hired, hired.Relationship!.Applications!.Find(App)!.Ending!.Disposition);
        Assert.Equal(Phase.Nurture, hired.Relationship.Lifecycle!.Phase);
        Assert.Contains(hired.Findings, f => f.Code == FindingCodes.ApplicationEndedAlready);
    }

    [Fact]
    public async Task The_same_ending_again_changes_nothing_but_is_reported()
    {
        await using var crm = await RejectedAsync();
        var again = await crm.HappenAsync("again", At("2026-03-06T09:00:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected });

        Assert.Equal(At("2026-03-03T09:00:00Z"), again.Relationship!.Applications!.Find(App)!.Ending!.At);
        Assert.Contains(again.Findings, f => f.Code == FindingCodes.ApplicationEndedAlready);
    }

    [Fact]
    public async Task An_offer_and_an_interview_of_an_ended_application_are_reported()
    {
        await using var crm = await RejectedAsync();
        var offer = await crm.HappenAsync("o", At("2026-03-05T09:00:00Z"), new OfferMade { Application = App });
        var interview = await crm.HappenAsync("i", At("2026-03-06T09:00:00Z"), new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") });

        Assert.All([offer, interview], told => Assert.Contains(told.Findings, f => f.Code == FindingCodes.ApplicationEndedAlready));
    }

    [Theory]
    [InlineData("email.replied", true)]
    [InlineData("email.clicked", false)]
    public async Task Our_answer_makes_a_conversation_of_a_message_but_not_of_a_click(string first, bool conversation)
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("in", At("2026-03-02T09:00:00Z"), new TouchpointRecorded { Kind = TouchKind.From(first), Direction = Direction.Inbound });
        var answered = await crm.HappenAsync("out", At("2026-03-02T10:00:00Z"), new TouchpointRecorded { Kind = TouchKind.From("email.sent"), Direction = Direction.Outbound });

        Assert.Equal(conversation ? Phase.Engage : Phase.Attract, answered.Relationship!.Lifecycle!.Phase);
    }

    [Fact]
    public async Task A_provider_keeps_no_promise_that_a_person_has_to_keep()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("in", At("2026-03-02T09:00:00Z"), Reply(default));
        crm.Clock.Now = At("2026-03-02T10:00:00Z");
        var delivered = await crm.Acme.RecordAsync(new HostFact
        {
            Candidate = CandidateId.From("anna"),
            EventId = EventId.From("delivered"),
            OccurredAt = crm.Clock.Now,
            Actor = Actor.Provider,
            Fact = new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound },
        });

        Assert.Single(delivered.Promises);
    }

    private static async Task<CrmUnderTest> RejectedAsync()
    {
        var crm = new CrmUnderTest();
        await crm.HappenAsync("s", At("2026-03-02T09:00:00Z"), Submitted("app-1"));
        await crm.HappenAsync("r", At("2026-03-03T09:00:00Z"), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected });
        return crm;
    }

    private static ApplicationSubmitted Submitted(string application) =>
        new() { Application = JobApplicationId.From(application), Requisition = RequisitionId.From("req-1") };

    private static TouchpointRecorded Reply(JobApplicationId application) =>
        new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = application };

    private static Instant At(string text) => InstantPattern.General.Parse(text).Value;
}
