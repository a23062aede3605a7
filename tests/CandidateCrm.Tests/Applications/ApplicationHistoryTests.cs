using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Applications;

/// <summary>What hosts really tell about applications, in the order in which it happened and in others.</summary>
public sealed class ApplicationHistoryTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    [Fact]
    public async Task A_relationship_walks_through_all_five_phases_and_back()
    {
        await using var crm = new CrmUnderTest();
        var phases = new List<Phase>();
        await AfterAsync("2026-03-02T09:00:00Z", new CandidateFound { Source = SourceCode.From("fair") });
        await AfterAsync("2026-03-03T09:00:00Z", Touch(TouchKinds.EmailDelivered, Direction.Outbound));
        await AfterAsync("2026-03-04T09:00:00Z", Touch(TouchKinds.EmailReplied, Direction.Inbound));
        await AfterAsync("2026-03-09T09:00:00Z", Submitted(App));
        await AfterAsync("2026-03-20T09:00:00Z", Ended(Disposition.Rejected));
        await AfterAsync("2026-05-04T09:00:00Z", Touch(TouchKinds.EmailReplied, Direction.Inbound));
        await AfterAsync("2026-05-11T09:00:00Z", Submitted(JobApplicationId.From("app-2")));
        await AfterAsync("2026-06-01T09:00:00Z", new CandidateHired { Application = JobApplicationId.From("app-2") });

        Assert.Equal([Phase.Discover, Phase.Attract, Phase.Engage, Phase.Hire, Phase.Nurture, Phase.Engage, Phase.Hire, Phase.Nurture], phases);
        var slice = (await crm.AnnaAsync()).Lifecycle!;
        Assert.Equal(8, slice.Changes);
        Assert.Equal(2, slice.Past.Single(p => p.Phase == Phase.Hire).Visits);
        Assert.Equal(At("2026-06-01T09:00:00Z") - At("2026-03-02T09:00:00Z"), slice.Past.Aggregate(Duration.Zero, (sum, stay) => sum + stay.Total));

        async Task AfterAsync(string at, IFact fact)
        {
            var recorded = await crm.HappenAsync($"e{phases.Count}", At(at), fact);
            Assert.DoesNotContain(recorded.Findings, f => f.Code == FindingCodes.PhaseRefused);
            phases.Add(recorded.Relationship!.Lifecycle!.Phase);
        }
    }

    [Fact]
    public async Task The_process_ends_with_the_last_live_application()
    {
        await using var crm = new CrmUnderTest();
        var second = JobApplicationId.From("app-2");
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Submitted(second));
        var one = await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), Ended(Disposition.Rejected));
        Assert.Equal(Phase.Hire, one.Relationship!.Lifecycle!.Phase);

        var both = await crm.HappenAsync("4", At("2026-03-05T09:00:00Z"), Ended(Disposition.Rejected) with { Application = second });
        Assert.Equal(Phase.Nurture, both.Relationship!.Lifecycle!.Phase);
    }

    [Fact]
    public async Task Entering_a_stage_again_is_a_visit_of_its_own()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Stage("screening"));
        await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), Stage("interview"));
        await crm.HappenAsync("4", At("2026-03-05T09:00:00Z"), Stage("screening"));
        await crm.HappenAsync("5", At("2026-03-06T09:00:00Z"), Stage("screening"));
        var app = (await crm.AnnaAsync()).Applications!.Find(App)!;

        Assert.Equal(["applied", "screening", "interview", "screening", "screening"], app.Visits.Select(v => v.Stage.Value));
        Assert.Equal(app.Visits.Skip(1).Select(v => (Instant?)v.From).Append(null), app.Visits.Select(v => v.To));
        Assert.Equal(("screening", "interview"), (app.Stage.Value, app.Furthest.Value));
    }

    [Fact]
    public async Task A_rejection_taken_back_leads_to_the_stage_before_it()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Stage("interview"));
        await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), Ended(Disposition.Rejected));
        var ended = (await crm.AnnaAsync()).Applications!.Find(App)!;
        Assert.Empty(ended.Visits);
        Assert.Equal((Disposition.Rejected, At("2026-03-04T09:00:00Z")), (ended.Ending!.Disposition, ended.Ending.At));

        var reopened = await crm.HappenAsync("4", At("2026-03-06T09:00:00Z"), new ApplicationReopened { Application = App });
        var app = reopened.Relationship!.Applications!.Find(App)!;
        Assert.Equal((true, "interview", 1, At("2026-03-06T09:00:00Z")), (app.IsLive, app.Stage.Value, app.Reopenings, app.StageSince));
        Assert.Equal("interview", Assert.Single(app.Visits).Stage.Value);
        Assert.Equal(Phase.Hire, reopened.Relationship.Lifecycle!.Phase);
        Assert.Empty(reopened.Findings);
    }

    [Fact]
    public async Task A_second_rejection_is_a_finding_and_the_first_stands()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Ended(Disposition.Rejected));
        var second = await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), Ended(Disposition.Rejected));

        Assert.Equal((FindingCodes.ApplicationEndedAlready, "app-1"), (Assert.Single(second.Findings).Code, second.Findings.First().Subject));
        Assert.Equal(At("2026-03-03T09:00:00Z"), second.Relationship!.Applications!.Find(App)!.Ending!.At);
    }

    [Fact]
    public async Task A_hire_after_a_rejection_is_taken_over_and_reported()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Ended(Disposition.Rejected));
        var hired = await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), new CandidateHired { Application = App });

        Assert.Equal(FindingCodes.ApplicationEndedAlready, Assert.Single(hired.Findings).Code);
        Assert.Equal(Disposition.Hired, hired.Relationship!.Applications!.Find(App)!.Ending!.Disposition);
    }

    public static TheoryData<IFact, string[]> Contradictions => new()
    {
        { new StageEntered { Application = App, Stage = StageKey.From("screening") }, [FindingCodes.ApplicationUnknown] },
        { new OfferMade { Application = App }, [FindingCodes.ApplicationUnknown] },
        { new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") }, [FindingCodes.ApplicationUnknown] },
        { new ApplicationReopened { Application = App }, [FindingCodes.ApplicationUnknown] },
        { new CandidateHired { Application = App }, [FindingCodes.ApplicationUnknown] },
        { new ApplicationEnded { Application = App, Disposition = Disposition.Rejected }, [FindingCodes.ApplicationUnknown, FindingCodes.ReasonMissing, FindingCodes.AdverseNoHuman, FindingCodes.PhaseRefused] },
        { new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") }, [FindingCodes.ApplicationUnknown, FindingCodes.PhaseRefused] },
        { new ApplicationEnded { Application = App, Disposition = Disposition.PositionClosed }, [FindingCodes.ApplicationUnknown, FindingCodes.PhaseRefused] },
        { new StageEntered { Application = App, Stage = StageKey.From("limbo") }, [FindingCodes.ApplicationUnknown, FindingCodes.StageUnknown] },
        { new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1"), Pipeline = PipelineKey.From("limbo") }, [FindingCodes.PipelineUnknown] },
    };

    [Theory]
    [MemberData(nameof(Contradictions), DisableDiscoveryEnumeration = true)]
    public async Task What_does_not_fit_is_recorded_and_reported(IFact fact, string[] codes)
    {
        await using var crm = new CrmUnderTest();
        var recorded = await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), fact);

        Assert.Equal(codes, recorded.Findings.Select(f => f.Code));
        Assert.NotNull(recorded.Relationship!.Applications!.Find(App));
    }

    [Fact]
    public async Task A_double_click_is_the_same_application()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        var again = await crm.HappenAsync("2", At("2026-03-02T09:00:01Z"), Submitted(App));

        Assert.Equal(FindingCodes.ApplicationResubmitted, Assert.Single(again.Findings).Code);
        Assert.Equal(At("2026-03-02T09:00:00Z"), again.Relationship!.Applications!.Find(App)!.SubmittedAt);
        Assert.Equal(2, again.Promises.Length);
        Assert.Equal(1, (await crm.Acme.Engagement.ExplainAsync(CandidateId.From("anna"), CandidateCrm.Engagement.ScoreKey.From("engagement")))!.Tenure.Count);
    }

    [Fact]
    public async Task Reopening_a_live_application_changes_nothing_but_the_findings()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        var before = (await crm.AnnaAsync()).Applications!.Find(App);
        var reopened = await crm.HappenAsync("2", At("2026-03-02T09:30:00Z"), new ApplicationReopened { Application = App });

        Assert.Equal(FindingCodes.ApplicationNotEnded, Assert.Single(reopened.Findings).Code);
        Assert.Equal(before, reopened.Relationship!.Applications!.Find(App));
    }

    [Fact]
    public async Task A_move_of_an_ended_application_brings_it_back_to_life_and_is_reported()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At("2026-03-02T09:00:00Z"), Submitted(App));
        await crm.HappenAsync("2", At("2026-03-03T09:00:00Z"), Ended(Disposition.Rejected));
        var moved = await crm.HappenAsync("3", At("2026-03-04T09:00:00Z"), Stage("final"));
        var app = moved.Relationship!.Applications!.Find(App)!;

        Assert.Equal(FindingCodes.ApplicationEndedAlready, Assert.Single(moved.Findings).Code);
        Assert.Equal((true, "final", 1), (app.IsLive, app.Stage.Value, app.Reopenings));
        Assert.Equal(Phase.Hire, moved.Relationship.Lifecycle!.Phase);
    }

    [Fact]
    public async Task A_submission_that_arrives_late_fills_in_what_later_facts_did_not_tell()
    {
        await using var crm = new CrmUnderTest();
        crm.Clock.Now = At("2026-03-05T09:00:00Z");
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("2", At("2026-03-03T09:00:00Z"), Stage("interview")));
        var late = await crm.Acme.RecordAsync(CrmUnderTest.Fact("1", At("2026-03-02T09:00:00Z"), Submitted(App)));
        var app = late.Relationship!.Applications!.Find(App)!;

        Assert.Equal(("req-1", "interview", At("2026-03-02T09:00:00Z")), (app.Requisition.Value, app.Stage.Value, app.SubmittedAt!.Value));
        Assert.Contains(late.Retracted, e => e.Entry is FindingNoted { Code: FindingCodes.ApplicationUnknown });
    }

    private static ApplicationSubmitted Submitted(JobApplicationId application) => new() { Application = application, Requisition = RequisitionId.From("req-1") };

    private static StageEntered Stage(string stage) => new() { Application = App, Stage = StageKey.From(stage) };

    private static ApplicationEnded Ended(Disposition disposition) => new() { Application = App, Disposition = disposition, Reason = ReasonCode.From("other") };

    private static TouchpointRecorded Touch(TouchKind kind, Direction direction) => new() { Kind = kind, Direction = direction };

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
