using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What is told late, of what was never submitted, or of what has ended: it is kept, and an application that is taken up again goes on as it stood.</summary>
public sealed class ApplicationTakenUpTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly PersonId Ada = PersonId.From("ada");
    private static readonly ApplicationReopened Reopened = new() { Application = App };
    private static readonly InterviewHeld Held = new() { Application = App, Interview = InterviewId.From("int-1"), Interviewers = [Ada] };
    private static readonly FeedbackGiven Feedback = new() { Application = App, Interview = InterviewId.From("int-1"), By = Ada };
    private static readonly OfferMade Made = new() { Application = App };
    private static readonly OfferAccepted Accepted = new() { Application = App };
    private static readonly CandidateHired Hired = new() { Application = App };

    private static readonly ActivationLog Strict = ActivationLog.Always(TestRules.Everything with
    {
        Expectations = [],
        Pipelines =
        [
            new PipelineDefinition
            {
                Key = PipelineKey.From("standard"),
                AllowsSkipping = false,
                Stages =
                [
                    Stage("applied"), Stage("screening"), Stage("interview"), Stage("offer", StageCondition.InterviewHeld, StageCondition.FeedbackComplete), Stage("signing", StageCondition.OfferMade),
                    Stage("start", StageCondition.OfferAccepted),
                ],
            },
            new PipelineDefinition { Key = PipelineKey.From("short"), AllowsSkipping = false, Stages = [Stage("called"), Stage("met"), Stage("won")] },
        ],
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_fulfilled_before_an_ending_is_fulfilled_when_it_is_taken_back(bool isHire)
    {
        IFact[] life = [Submitted, Held, Feedback, Made, Accepted, isHire ? Hired : Rejected(), Reopened];
        var state = State(life);

        Assert.All(Enum.GetValues<StageCondition>(), condition => Assert.True(StageConditions.IsMet(condition, state), condition.ToString()));
        Assert.DoesNotContain(FindingCodes.ConditionUnmet, Codes([.. life, Entered("screening"), Entered("interview"), Entered("offer"), Entered("signing"), Entered("start")]));
    }

    [Fact]
    public void What_was_missing_before_an_ending_is_missing_when_it_is_taken_back_until_it_is_told()
    {
        var owing = State(Submitted, Held, Rejected(), Reopened);
        var given = State(Submitted, Held, Rejected(), Reopened, Feedback);
        var never = State(Submitted, Rejected(), Reopened);

        Assert.Equal((true, false, Ada), (StageConditions.IsMet(StageCondition.InterviewHeld, owing), StageConditions.IsMet(StageCondition.FeedbackComplete, owing), Assert.Single(owing.MissingFeedback()).From));
        Assert.True(StageConditions.IsMet(StageCondition.FeedbackComplete, given));
        Assert.All(Enum.GetValues<StageCondition>().Except([StageCondition.Submitted]), condition => Assert.False(StageConditions.IsMet(condition, never), condition.ToString()));
    }

    [Fact]
    public void A_command_to_move_is_allowed_again_where_it_was_before()
    {
        var pipeline = Strict.Entries[0].Rules.Pipelines[0];
        var before = State(Submitted, Entered("screening"), Entered("interview"), Held, Feedback);
        var after = State(Submitted, Entered("screening"), Entered("interview"), Held, Feedback, Rejected(), Reopened);

        Assert.True(PipelineEngine.Decide(pipeline, before, StageKey.From("offer")).IsAllowed);
        Assert.True(PipelineEngine.Decide(pipeline, after, StageKey.From("offer")).IsAllowed);
    }

    [Fact]
    public void An_interview_and_an_offer_that_are_told_of_what_has_ended_are_reported_and_count_when_it_goes_on()
    {
        IFact[] told = [Submitted, Rejected(), Held with { Interviewers = [] }, Made];
        var state = State([.. told, Reopened]);

        Assert.Equal(2, Codes(told).Count(code => code == FindingCodes.ApplicationEndedAlready));
        Assert.True(StageConditions.IsMet(StageCondition.FeedbackComplete, state));
        Assert.Equal(OfferStatus.Made, state.Offer!.Status);
        Assert.False(State(told).IsLive);
    }

    public static TheoryData<string, IFact, IFact, ApplicationStatus> Early => new()
    {
        { "a draft gets an offer", new ApplicationDrafted { Application = App }, Made, ApplicationStatus.Live },
        { "a draft accepts one", new ApplicationDrafted { Application = App }, Accepted, ApplicationStatus.Live },
        { "a prospect gets an offer", new ProspectAdded { Application = App }, Made, ApplicationStatus.Live },
        { "an offer for a draft is prepared", new ApplicationDrafted { Application = App }, new OfferPrepared { Application = App }, ApplicationStatus.Draft },
        { "a draft is interviewed", new ApplicationDrafted { Application = App }, Held, ApplicationStatus.Draft },
    };

    [Theory]
    [MemberData(nameof(Early), DisableDiscoveryEnumeration = true)]
    public void What_was_never_submitted_keeps_what_is_told_of_it_and_an_offer_makes_it_live(string name, IFact begun, IFact told, ApplicationStatus status)
    {
        var state = State(begun, told);

        Assert.Equal((name, status), (name, state.Status));
        Assert.Equal((told is InterviewHeld, told is IOfferFact), (!state.Interviews.IsEmpty, state.Offer is not null));
        Assert.Contains(FindingCodes.ApplicationNotSubmitted, Codes(begun, told));
        Assert.Equal(status == ApplicationStatus.Live, state.Stage.IsAssigned);
        Assert.Null(Folded(begun, told).Next.Faults.FirstOrDefault());
    }

    [Fact]
    public void A_submission_that_is_told_after_later_facts_fills_in_only_what_is_missing()
    {
        var full = new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-9"), Pipeline = PipelineKey.From("short"), Source = SourceCode.From("fair") };
        var moved = new ApplicationTransferred { Application = App, Requisition = RequisitionId.From("req-2") };
        var begun = State(Entered("met"), full);
        var kept = State(Entered("screening"), moved, full);
        var nothing = State(Entered("screening"), moved, new ApplicationSubmitted { Application = App });
        var again = State(new ApplicationSubmitted { Application = App }, full);

        Assert.Equal(("req-9", "short", "fair", "met"), (begun.Requisition.Value, begun.Pipeline.Value, begun.Source.Value, begun.Stage.Value));
        Assert.Equal(("req-2", "standard", "fair"), (kept.Requisition.Value, kept.Pipeline.Value, kept.Source.Value));
        Assert.Equal(("req-2", true), (nothing.Requisition.Value, nothing.SubmittedAt is not null));
        Assert.Equal(("req-9", "standard", "fair"), (again.Requisition.Value, again.Pipeline.Value, again.Source.Value));
        Assert.Equal("req-2", Path(Entered("screening"), moved, full).Requisition!.Value.Value);
    }

    [Fact]
    public void A_transfer_takes_no_stage_away_and_each_pipeline_counts_its_own()
    {
        var transfer = new ApplicationTransferred { Application = App, Requisition = RequisitionId.From("req-2"), Pipeline = PipelineKey.From("short") };
        var moved = State(Submitted, Entered("screening"), Entered("interview"), transfer);
        var on = State(Submitted, Entered("screening"), Entered("interview"), transfer, Entered("met"), Entered("called"));
        var back = State(Submitted, Entered("screening"), Entered("interview"), transfer, Entered("met"), transfer with { Pipeline = PipelineKey.From("standard") });

        Assert.Equal(("called", "interview", "called"), (moved.Stage.Value, moved.Furthest.Value, moved.FurthestHere.Value));
        Assert.Equal(("called", "interview", "met"), (on.Stage.Value, on.Furthest.Value, on.FurthestHere.Value));
        Assert.Equal(("applied", "interview", false), (back.Stage.Value, back.Furthest.Value, back.FurthestHere.IsAssigned));
        Assert.DoesNotContain(FindingCodes.MoveSkips, Codes(Submitted, Entered("screening"), Entered("interview"), transfer, Entered("met"), Entered("called"), Entered("won")));
        Assert.Contains(FindingCodes.MoveSkips, Codes(Submitted, Entered("screening"), Entered("interview"), transfer, Entered("won")));
        Assert.Equal("interview", Assert.Single(ApplicationMemories.Of(Folded(Submitted, Entered("screening"), Entered("interview"), transfer, Rejected()).Next.Applications, dispositions: null)).Reached.Value);
    }

    public static TheoryData<string, string, string, bool> Reasons => new()
    {
        { "", "skills", "skills", false },
        { "skills", "", "skills", true },
        { "skills", "skills", "skills", true },
        { "skills", "salary", "salary", true },
        { "", "", "", true },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_that_is_told_later_is_kept_and_one_that_contradicts_is_reported(string first, string second, string kept, bool isReported)
    {
        var decision = Folded(Submitted, Rejected(first), Rejected(second));
        var state = decision.Next.Applications!.Find(App)!;
        var again = decision.Derived.Where(e => e.Cause == EventId.From("e2")).Select(e => e.Entry).OfType<FindingNoted>().Select(finding => finding.Code);

        Assert.Equal((kept, Histories.Start + Duration.FromHours(1)), (state.Ending!.Reason.IsAssigned ? state.Ending.Reason.Value : string.Empty, state.Ending.At));
        Assert.Equal(isReported ? [FindingCodes.ApplicationEndedAlready] : [], again);
    }

    [Fact]
    public void Who_was_hired_counts_whatever_was_told_before()
    {
        var draft = Path(new ApplicationDrafted { Application = App }, Hired);
        var prospect = Path(new ProspectAdded { Application = App, Requisition = RequisitionId.From("req-1") }, Entered("met"), Hired);

        Assert.Equal(("hired", OutcomeKind.Hired), (string.Join(' ', draft.Steps.Select(step => step.Step)), draft.Outcome.Kind));
        Assert.Equal(("met hired", "req-1"), (string.Join(' ', prospect.Steps.Select(step => step.Step)), prospect.Requisition!.Value.Value));
        Assert.Empty(PathReader.Read(Histories.Anna, Line([new ApplicationDrafted { Application = App }, Rejected()]), Strict));
    }

    private static ApplicationSubmitted Submitted { get; } = new() { Application = App, Requisition = RequisitionId.From("req-1") };

    private static StageEntered Entered(string stage) => new() { Application = App, Stage = StageKey.From(stage) };

    private static ApplicationEnded Rejected(string reason = "skills") =>
        new() { Application = App, Disposition = Disposition.Rejected, Reason = reason.Length == 0 ? default : ReasonCode.From(reason) };

    private static Stage Stage(string key, params StageCondition[] requires) => new() { Key = StageKey.From(key), Name = key, Requires = [.. requires] };

    private static ApplicationState State(params IFact[] told) => Folded(told).Next.Applications!.Find(App)!;

    private static string[] Codes(params IFact[] told) => [.. Folded(told).Derived.Select(e => e.Entry).OfType<FindingNoted>().Select(finding => finding.Code)];

    private static ApplicationPath Path(params IFact[] told) => Assert.Single(PathReader.Read(Histories.Anna, Line(told), Strict));

    private static Decision Folded(params IFact[] told) => new RelationshipEngine().Replay(Histories.Anna, Line(told), Strict);

    /// <summary>Tells facts an hour apart, by a person.</summary>
    private static TimelineEvent[] Line(IFact[] told) =>
        [.. told.Select((fact, hour) => Histories.Event($"e{hour}", Histories.Start + Duration.FromHours(hour), fact) with { Actor = Actor.Of(PersonId.From("recruiter")) })];
}
