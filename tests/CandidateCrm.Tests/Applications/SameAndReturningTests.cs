using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>Two clicks are one application; two applications of one person are linked, and the first is remembered.</summary>
public sealed class SameAndReturningTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Other = JobApplicationId.From("app-2");
    private static readonly RequisitionId Job = RequisitionId.From("req-1");

    [Theory]
    [InlineData(0, true)]
    [InlineData(600, true)] // ten minutes
    [InlineData(601, false)]
    public async Task A_second_click_under_another_id_is_the_same_application(int seconds, bool isSame)
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        var told = await crm.HappenAsync("s-2", At(0) + Duration.FromSeconds(seconds), Submitted(Other));

        Assert.Equal(isSame ? 1 : 2, told.Relationship!.Applications!.All.Length);
        Assert.Equal(isSame ? [(FindingCodes.ApplicationDoubleSubmitted, "app-2:app-1")] : [], told.Findings.Select(finding => (finding.Code, finding.Subject)));
        Assert.Equal(isSame ? 2 : 4, told.Promises.Length);
    }

    [Fact]
    public async Task What_is_told_of_the_second_id_happens_to_the_first()
    {
        await using var crm = await TwiceAsync();
        await crm.HappenAsync("m", At(24), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = Other });
        var told = await crm.HappenAsync("e", At(25), new ApplicationEnded { Application = Other, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") });

        Assert.Equal((ApplicationStatus.Ended, Other), (told.Relationship!.Applications!.Find(App)!.Status, Assert.Single(told.Relationship.Applications.Find(App)!.Aliases)));
        Assert.Empty(told.Promises);
        Assert.Empty(told.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_the_same_in_whatever_order_it_is_told(bool isReversed)
    {
        TimelineEvent[] told = [Event("s-1", At(0), Submitted(App)), Event("s-2", At(0) + Duration.FromMinutes(1), Submitted(Other)), Event("m", At(5), Moved(Other))];
        var engine = new RelationshipEngine();
        var late = (isReversed ? told.Reverse() : told).Aggregate(Array.Empty<TimelineEvent>(), (known, next) => [.. known, next]);
        var state = Assert.Single(engine.Replay(Histories.Anna, late, TestRules.Log).Next.Applications!.All);

        Assert.Equal((App, "interview"), (state.Application, state.Stage.Value));
    }

    [Fact]
    public async Task Where_the_first_click_was_taken_back_the_second_is_the_application()
    {
        await using var crm = await TwiceAsync();
        crm.Clock.Now = At(1);
        var taken = await crm.Acme.RecordAsync(CrmUnderTest.Fact("x", At(1), new FactsRetracted { Events = [EventId.From("s-1")], Reason = ReasonCode.From("test") }));

        Assert.Equal(Other, Assert.Single(taken.Relationship!.Applications!.All).Application);
    }

    [Fact]
    public async Task Another_opening_or_an_ended_one_makes_another_application()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        var other = await crm.HappenAsync("s-2", At(0) + Duration.FromSeconds(5), new ApplicationSubmitted { Application = Other, Requisition = RequisitionId.From("req-2") });
        Assert.Equal(2, other.Relationship!.Applications!.All.Length);
        await crm.HappenAsync("e", At(0) + Duration.FromSeconds(9), Rejected(App));
        var third = await crm.HappenAsync("s-3", At(0) + Duration.FromSeconds(20), Submitted(JobApplicationId.From("app-3")));

        Assert.Equal(3, third.Relationship!.Applications!.All.Length);
    }

    [Fact]
    public async Task A_tenant_may_say_that_nothing_is_ever_the_same()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline(TestRules.Everything.Pipelines[0] with { SameApplicationWithin = Duration.Zero }));
        await crm.HappenAsync("s-1", At(0), Submitted(App));

        Assert.Equal(2, (await crm.HappenAsync("s-2", At(0), Submitted(Other))).Relationship!.Applications!.All.Length);
    }

    [Fact]
    public async Task Who_applies_again_is_linked_to_the_application_before_and_announced_once()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        await crm.HappenAsync("e", At(1), Rejected(App));
        var told = await crm.HappenAsync("s-2", At(2), Submitted(Other));

        Assert.Equal(App, told.Relationship!.Applications!.Find(Other)!.Follows);
        Assert.Equal(new CandidateReturned { Application = Other, Previous = App }, Assert.Single(told.Derived.Select(e => e.Entry).OfType<CandidateReturned>()));
        var ended = await crm.HappenAsync("e-2", At(3), Rejected(Other));
        var back = await crm.HappenAsync("o", At(4), new ApplicationReopened { Application = Other });
        Assert.Equal(App, back.Relationship!.Applications!.Find(Other)!.Follows);
        Assert.DoesNotContain(ended.Derived.Concat(back.Derived).Select(e => e.Entry), entry => entry is CandidateReturned);
    }

    [Fact]
    public async Task Of_several_that_ended_the_one_for_the_same_opening_comes_first_and_then_the_latest()
    {
        await using var crm = new CrmUnderTest();
        var (a, b, c) = (JobApplicationId.From("a"), JobApplicationId.From("b"), JobApplicationId.From("c"));
        await crm.HappenAsync("1", At(0), Submitted(a));
        await crm.HappenAsync("2", At(1), new ApplicationSubmitted { Application = b, Requisition = RequisitionId.From("req-2") });
        await crm.HappenAsync("3", At(2), new ApplicationSubmitted { Application = c, Requisition = RequisitionId.From("req-3") });
        await crm.HappenAsync("4", At(3), Rejected(a));
        await crm.HappenAsync("5", At(4), Rejected(b));
        await crm.HappenAsync("6", At(5), new ApplicationEnded { Application = c, Disposition = Disposition.Duplicate });
        var same = await crm.HappenAsync("7", At(6), Submitted(JobApplicationId.From("d")));
        var other = await crm.HappenAsync("8", At(7), new ApplicationSubmitted { Application = JobApplicationId.From("e"), Requisition = RequisitionId.From("req-9") });

        Assert.Equal(a, same.Relationship!.Applications!.Find(JobApplicationId.From("d"))!.Follows);
        Assert.Equal(b, other.Relationship!.Applications!.Find(JobApplicationId.From("e"))!.Follows);
    }

    [Fact]
    public async Task What_was_deleted_is_no_earlier_application()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        await crm.HappenAsync("e", At(1), Rejected(App));
        var second = await crm.HappenAsync("s-2", At(2), Submitted(Other));
        Assert.True(second.Relationship!.Applications!.Find(Other)!.Follows.IsAssigned);
        var removed = await crm.HappenAsync("r", At(3), new ApplicationRemoved { Application = App });

        Assert.False(removed.Relationship!.Applications!.Find(Other)!.Follows.IsAssigned);
        Assert.Equal((ApplicationStatus.Removed, false), (removed.Relationship.Applications.Find(App)!.Status, removed.Relationship.Applications.Find(App)!.Requisition.IsAssigned));
        Assert.Empty(await crm.Acme.Applications.RememberAsync(Histories.Anna.Candidate));
        Assert.Equal(FindingCodes.ApplicationRemovedAlready, Assert.Single((await crm.HappenAsync("m", At(4), Moved(App))).Findings).Code);
    }

    [Fact]
    public async Task A_merge_makes_one_of_two_and_takes_over_what_the_other_knew()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("1", At(0), new ApplicationSubmitted { Application = Other, Requisition = RequisitionId.From("req-2"), Source = SourceCode.From("fair") });
        await crm.HappenAsync("2", At(1), Moved(App));
        var told = await crm.HappenAsync("3", At(2), new ApplicationsMerged { Application = App, Duplicate = Other });
        var state = Assert.Single(told.Relationship!.Applications!.All);

        Assert.Equal((App, "req-2", "fair", "interview"), (state.Application, state.Requisition.Value, state.Source.Value, state.Stage.Value));
        Assert.Equal(At(0), state.SubmittedAt);
        Assert.Empty(told.Findings);
        Assert.Empty((await crm.HappenAsync("4", At(3), new ApplicationsMerged { Application = App, Duplicate = Other })).Findings);
        Assert.Equal("final", (await crm.HappenAsync("5", At(4), new StageEntered { Application = Other, Stage = StageKey.From("final") })).Relationship!.Applications!.Find(App)!.Stage.Value);
    }

    [Fact]
    public async Task A_deleted_application_into_which_another_one_is_merged_lives_again()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        await crm.HappenAsync("gone", At(24), new ApplicationRemoved { Application = App });
        await crm.HappenAsync("s-2", At(48), Submitted(Other));
        var told = await crm.HappenAsync("merge", At(72), new ApplicationsMerged { Application = App, Duplicate = Other });

        var state = Assert.Single(told.Relationship!.Applications!.All);
        Assert.Equal((App, ApplicationStatus.Live, Job), (state.Application, state.Status, state.Requisition));
        Assert.Equal(PathOutcome.Open, Assert.Single(await crm.Acme.Insights.ReadPathsAsync().ToListAsync()).Outcome);
    }

    [Fact]
    public async Task A_draft_that_took_over_interviews_is_abandoned_like_any_other()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("d", At(0), new ApplicationDrafted { Application = App, Requisition = Job });
        await crm.HappenAsync("d-2", At(0), new ApplicationDrafted { Application = Other, Requisition = Job });
        var held = await crm.HappenAsync("i", At(1), new InterviewHeld { Application = Other, Interview = InterviewId.From("int-1") });
        Assert.Equal(FindingCodes.ApplicationNotSubmitted, Assert.Single(held.Findings).Code);
        await crm.HappenAsync("merge", At(2), new ApplicationsMerged { Application = App, Duplicate = Other });
        var later = await crm.Acme.FindAsync(Histories.Anna.Candidate, At(24 * 10));

        Assert.Equal((ApplicationStatus.Abandoned, "int-1"), (later!.Applications!.Find(App)!.Status, Assert.Single(later.Applications.Find(App)!.Interviews).Interview.Value));
        Assert.Empty(later.Faults);
    }

    [Fact]
    public async Task References_to_nothing_are_reported()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", At(0), Submitted(App));
        var copy = await crm.HappenAsync("c", At(1), new ApplicationCopied { Application = Other, From = JobApplicationId.From("nobody"), Requisition = RequisitionId.From("req-2") });
        var merge = await crm.HappenAsync("m", At(2), new ApplicationsMerged { Application = App, Duplicate = JobApplicationId.From("nothing") });
        var gone = await crm.HappenAsync("r", At(3), new ApplicationRemoved { Application = JobApplicationId.From("never") });

        Assert.Equal((FindingCodes.ApplicationReferenceUnknown, "app-2:nobody"), (Assert.Single(copy.Findings).Code, copy.Findings.First().Subject));
        Assert.Equal((FindingCodes.ApplicationReferenceUnknown, "app-1:nothing"), (Assert.Single(merge.Findings).Code, merge.Findings.First().Subject));
        Assert.Equal(FindingCodes.ApplicationUnknown, Assert.Single(gone.Findings).Code);
        Assert.Null(gone.Relationship!.Applications!.Find(JobApplicationId.From("never")));
    }

    [Fact]
    public async Task Without_a_pipeline_categories_say_how_far_somebody_came()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.In("UTC"));
        await crm.HappenAsync("s", At(0), Submitted(App));
        await crm.HappenAsync("1", At(1), new StageEntered { Application = App, Stage = StageKey.From("panel"), Category = StageCategory.Interview });
        var told = await crm.HappenAsync("2", At(2), new StageEntered { Application = App, Stage = StageKey.From("cv-check"), Category = StageCategory.Screen });
        var state = told.Relationship!.Applications!.Find(App)!;

        Assert.Equal(("cv-check", StageCategory.Screen, "panel", StageCategory.Interview), (state.Stage.Value, state.Category, state.Furthest.Value, state.FurthestCategory));
        Assert.Empty(told.Findings);
    }

    [Fact]
    public async Task Stages_of_an_opening_of_its_own_hold_for_it_alone()
    {
        var pipeline = TestRules.Everything.Pipelines[0] with
        {
            Overrides = [new PipelineOverride { Requisitions = [RequisitionId.From("req-2")], Stages = [new Stage { Key = StageKey.From("talk"), Name = "Talk" }] }],
        };
        await using var crm = new CrmUnderTest(rules: rules => rules.Pipeline(pipeline));
        var usual = await crm.HappenAsync("s", At(0), Submitted(App));
        var own = await crm.HappenAsync("s-2", At(1), new ApplicationSubmitted { Application = Other, Requisition = RequisitionId.From("req-2") });
        var moved = await crm.HappenAsync("m", At(2), Moved(Other));

        Assert.Equal(("applied", "talk"), (usual.Relationship!.Applications!.Find(App)!.Stage.Value, own.Relationship!.Applications!.Find(Other)!.Stage.Value));
        Assert.Equal((FindingCodes.StageUnknown, "app-2:interview"), (Assert.Single(moved.Findings).Code, moved.Findings.First().Subject));
    }

    [Theory]
    [InlineData("app\u0007")]
    [InlineData("app\u2028")]
    [InlineData(" ")]
    public void Names_with_control_characters_are_none(string name)
    {
        Assert.False(JobApplicationId.TryFrom(name, out _));
        Assert.False(RequisitionId.TryFrom(name, out _));
        Assert.Throws<ArgumentException>(() => StageKey.From(name));
    }

    [Fact]
    public void An_ending_that_is_a_hire_cannot_be_made()
    {
        var fact = Rejected(App);

        Assert.Throws<ArgumentException>(() => fact with { Disposition = Disposition.Hired });
        Assert.Throws<ArgumentException>(() => new ApplicationState { Application = App, StageSince = At(0), Status = ApplicationStatus.Ended });
        Assert.ThrowsAny<Exception>(() => TimelineJson.Read(TimelineJson.Write(Event("e", At(0), fact)).Replace("rejected", "hired", StringComparison.Ordinal)));
    }

    private static ApplicationSubmitted Submitted(JobApplicationId application) => new() { Application = application, Requisition = Job };

    private static StageEntered Moved(JobApplicationId application) => new() { Application = application, Stage = StageKey.From("interview") };

    private static ApplicationEnded Rejected(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("other") };

    private static Instant At(int hours) => Histories.Start + Duration.FromHours(hours);

    private static TimelineEvent Event(string id, Instant at, IFact fact) => Histories.Event(id, at, fact);

    private static async Task<CrmUnderTest> TwiceAsync()
    {
        var crm = new CrmUnderTest();
        await crm.HappenAsync("s-1", At(0), Submitted(App));
        await crm.HappenAsync("s-2", At(0) + Duration.FromSeconds(2), Submitted(Other));
        return crm;
    }
}
