using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Insights;

public sealed class PathReaderTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly ApplicationReopened Reopened = new() { Application = App };
    private static readonly CandidateHired Hired = new() { Application = App };

    [Fact]
    public void A_submission_a_stage_an_offer_and_an_ending_are_steps_and_other_facts_are_none()
    {
        var path = Read(
            new CandidateFound { Source = SourceCode.From("careers-site") },
            Submitted(),
            Entered("interview"),
            new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") },
            new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App },
            new OfferMade { Application = App },
            Hired,
            new EmploymentEnded());

        Assert.Equal("applied@1 interview@2 offer@5 hired@6", Text(path));
        Assert.Equal(PathOutcome.Ended(OutcomeKind.Hired, At(6)), path.Outcome);
        Assert.Equal((Histories.Anna.Candidate, App, RequisitionId.From("req-1")), (path.Candidate, path.Application, path.Requisition));
    }

    [Theory]
    [InlineData(Disposition.Rejected, "rejected", OutcomeKind.Rejected)]
    [InlineData(Disposition.Withdrew, "withdrew", OutcomeKind.Withdrew)]
    [InlineData(Disposition.SelfDeselected, "self-deselected", OutcomeKind.Withdrew)]
    [InlineData(Disposition.PositionClosed, "position-closed", OutcomeKind.ClosedOtherwise)]
    [InlineData(Disposition.Duplicate, "duplicate", OutcomeKind.ClosedOtherwise)]
    public void An_ending_is_a_step_by_its_disposition_and_an_outcome_by_its_kind(Disposition disposition, string step, OutcomeKind kind)
    {
        var path = Read(Submitted(), Ended(disposition));

        Assert.Equal($"applied@0 {step}@1", Text(path));
        Assert.Equal(PathOutcome.Ended(kind, At(1)), path.Outcome);
        Assert.Equal(disposition == Disposition.Rejected ? At(1) : null, path.FirstRejectedAt);
    }

    [Fact]
    public void A_second_equal_ending_is_a_step_and_no_new_outcome()
    {
        var path = Read(Submitted(), Ended(Disposition.Rejected), Ended(Disposition.Rejected));

        Assert.Equal("applied@0 rejected@1 rejected@2", Text(path));
        Assert.Equal(PathOutcome.Ended(OutcomeKind.Rejected, At(1)), path.Outcome);
    }

    [Fact]
    public void Another_ending_is_a_new_outcome_also_of_the_same_kind()
    {
        var path = Read(Submitted(), Ended(Disposition.Withdrew), Ended(Disposition.SelfDeselected));

        Assert.Equal(PathOutcome.Ended(OutcomeKind.Withdrew, At(2)), path.Outcome);
    }

    [Fact]
    public void A_reopened_application_is_open_takes_no_step_and_ends_anew()
    {
        var open = Read(Submitted(), Ended(Disposition.Rejected), Reopened);
        var ended = Read(Submitted(), Ended(Disposition.Rejected), Reopened, Ended(Disposition.Rejected));

        Assert.Equal("applied@0 rejected@1", Text(open));
        Assert.Equal((PathOutcome.Open, At(1)), (open.Outcome, open.FirstRejectedAt));
        Assert.Equal((PathOutcome.Ended(OutcomeKind.Rejected, At(3)), At(1)), (ended.Outcome, ended.FirstRejectedAt));
    }

    [Fact]
    public void A_move_of_an_ended_application_takes_it_back_to_life()
    {
        var open = Read(Submitted(), Hired, Entered("screening"));
        var ended = Read(Submitted(), Hired, Entered("screening"), Hired);

        Assert.Equal((PathOutcome.Open, "applied@0 hired@1 screening@2"), (open.Outcome, Text(open)));
        Assert.Equal(PathOutcome.Ended(OutcomeKind.Hired, At(3)), ended.Outcome);
    }

    [Fact]
    public void An_interview_and_an_offer_leave_an_ended_application_ended()
    {
        var path = Read(Submitted(), Hired, new OfferMade { Application = App }, new InterviewHeld { Application = App, Interview = InterviewId.From("i-1") });

        Assert.Equal((PathOutcome.Ended(OutcomeKind.Hired, At(1)), "applied@0 hired@1 offer@2"), (path.Outcome, Text(path)));
    }

    [Fact]
    public void A_second_submission_is_no_step_and_changes_no_opening()
    {
        var path = Read(Submitted(), Entered("screening"), Submitted("req-2"));

        Assert.Equal("applied@0 screening@1", Text(path));
        Assert.Equal(RequisitionId.From("req-1"), path.Requisition);
    }

    [Fact]
    public void An_application_that_nobody_submitted_begins_with_what_is_known_of_it()
    {
        var early = Read(Entered("screening"), Ended(Disposition.Withdrew));
        var late = Read(Entered("screening"), Submitted());

        Assert.Equal(("screening@0 withdrew@1", (RequisitionId?)null), (Text(early), early.Requisition));
        Assert.Equal(("screening@0 applied@1", RequisitionId.From("req-1")), (Text(late), late.Requisition));
    }

    [Fact]
    public void An_application_of_which_only_a_reopening_is_known_has_no_step()
    {
        var path = Read(Reopened);

        Assert.Empty(path.Steps);
        Assert.Equal(PathOutcome.Open, path.Outcome);
    }

    [Fact]
    public void Without_the_pipeline_a_submission_is_named_so()
    {
        var none = ActivationLog.Always(new CrmRules { Zone = DateTimeZone.Utc });
        var unknown = Submitted() with { Pipeline = PipelineKey.From("elsewhere") };

        Assert.Equal("submitted@0", Text(Assert.Single(Paths(none, [Event(0, Submitted())]))));
        Assert.Equal("submitted@0", Text(Read(unknown)));
        Assert.Equal("applied@0", Text(Read(Submitted() with { Pipeline = PipelineKey.From("standard") })));
    }

    [Fact]
    public void Applications_stand_in_the_order_of_their_first_facts_and_each_has_its_own_way()
    {
        var second = JobApplicationId.From("app-0");
        var paths = Paths(TestRules.Log, [Event(0, Submitted()), Event(1, Submitted() with { Application = second }), Event(2, Hired)]);

        Assert.Equal([(App, "applied@0 hired@2"), (second, "applied@1")], paths.Select(path => (path.Application, Text(path))));
    }

    [Fact]
    public void Only_a_named_user_has_taken_a_step()
    {
        var anna = PersonId.From("recruiter-1");
        var path = Assert.Single(Paths(TestRules.Log,
        [
            Event(0, Submitted()) with { Actor = Actor.Candidate },
            Event(1, Entered("screening")) with { Actor = Actor.Of(anna) },
        ]));

        Assert.Equal([null, anna], path.Steps.Select(step => step.By));
    }

    [Fact]
    public void Dates_alone_are_read_in_the_zone_of_the_tenant_and_measured_in_whole_days()
    {
        var path = Assert.Single(Paths(TestRules.Log,
        [
            Event(0, Submitted()) with { OccurredAt = Instant.FromUtc(2026, 2, 20, 14, 0) },
            Event(1, Entered("screening")) with { OccurredAt = Instant.FromUtc(2026, 2, 22, 23, 0), Precision = Precision.Day },
            Event(2, Hired) with { OccurredAt = Instant.FromUtc(2026, 2, 24, 23, 0), Precision = Precision.Day },
        ]));
        var insights = new PathInsights(SamplePaths.Question);
        insights.Add(path);
        var report = insights.Report();

        Assert.Equal([Precision.Instant, Precision.Day, Precision.Day], path.Steps.Select(step => step.Precision));
        Assert.Equal((Precision.Day, TestRules.Everything.Zone), (path.Outcome.Precision, path.Zone));
        Assert.Equal((Duration.FromDays(3), Duration.FromDays(5)), (report.FirstResponse.Max, report.Throughput.Max));
        Assert.Equal(Duration.FromDays(5), report.Risks.Of(OutcomeKind.Hired).Time.Max);
    }

    [Fact]
    public void An_offer_of_somebody_who_goes_on_elsewhere_does_not_run_out_and_keeps_the_application_from_its_closing()
    {
        TimelineEvent[] line =
        [
            Event(0, Submitted()), Event(1, new OfferMade { Application = App, AnswerBy = At(5) }), Event(2, new CandidateMerged { Into = CandidateId.From("berta") }),
            Event(9, new RequisitionClosed { Requisition = RequisitionId.From("req-1"), Reason = CloseReasons.Filled }),
        ];

        Assert.True(new RelationshipEngine().Replay(Histories.Anna, line, TestRules.Log).Next.Applications!.Find(App)!.IsLive);
        Assert.Equal(PathOutcome.Open, Assert.Single(Paths(TestRules.Log, line)).Outcome);
    }

    [Fact]
    public void The_end_of_an_application_is_the_one_of_the_state() =>
        Prop.ForAll(Histories.Any, events =>
        {
            TimelineEvent[] line = [.. events.OrderBy(one => one.Place)];
            var all = new RelationshipEngine().Replay(Histories.Anna, line, TestRules.Log).Next.Applications?.All ?? [];
            ApplicationState[] states = [.. all.Where(state => state.IsLive || state.Ending is { From: ApplicationStatus.Live } or { Disposition: Disposition.Hired })];
            var paths = Paths(TestRules.Log, line);
            return paths.Length == states.Length && states.All(state =>
            {
                var path = paths.Single(one => one.Application == state.Application);
                var opening = state.Requisition.IsAssigned ? state.Requisition : (RequisitionId?)null;
                return path.Requisition == opening && path.Outcome == (state.Ending is { } ending
                    ? PathOutcome.Ended(PathSteps.KindOf(ending.Disposition), ending.At)
                    : PathOutcome.Open);
            });
        }).Check(Tries.Of(400));

    private static Instant At(int hour) => Histories.Start + Duration.FromHours(hour);

    private static TimelineEvent Event(int hour, IFact fact) => Histories.Event($"e{hour}", At(hour), fact);

    private static ApplicationSubmitted Submitted(string requisition = "req-1") =>
        new() { Application = App, Requisition = RequisitionId.From(requisition) };

    private static StageEntered Entered(string stage) => new() { Application = App, Stage = StageKey.From(stage) };

    private static ApplicationEnded Ended(Disposition disposition) => new() { Application = App, Disposition = disposition };

    /// <summary>Reads facts an hour apart.</summary>
    private static ApplicationPath Read(params IFact[] facts) =>
        Assert.Single(Paths(TestRules.Log, [.. facts.Select((fact, hour) => Event(hour, fact))]));

    private static ApplicationPath[] Paths(ActivationLog log, TimelineEvent[] line) => [.. PathReader.Read(Histories.Anna, line, log)];

    private static string Text(ApplicationPath path) =>
        string.Join(' ', path.Steps.Select(step => FormattableString.Invariant($"{step.Step}@{(step.At - Histories.Start).TotalHours}")));
}
