using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Charter;
using CandidateCrm.Insights;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Applications;

/// <summary>What follows for a candidate when an opening is closed.</summary>
public sealed class ClosedRequisitionTests
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Other = JobApplicationId.From("app-2");
    private static readonly RequisitionId Req = RequisitionId.From("req-1");
    private static readonly RequisitionClosed Closed = new() { Requisition = Req, Reason = CloseReasons.Cancelled };

    private static CrmRules Rules { get; } = TestRules.Everything with
    {
        Expectations = TestRules.Everything.Expectations.Add(StandardExpectations.AnswerWhenClosed(TestRules.Office, Limit.BusinessDays(2))),
        Pipelines =
        [
            new PipelineDefinition
            {
                Key = PipelineKey.From("standard"),
                Stages =
                [
                    new Stage { Key = StageKey.From("applied"), Name = "Applied", Category = StageCategory.Applied },
                    new Stage { Key = StageKey.From("screening"), Name = "Screening", Category = StageCategory.Screen },
                    new Stage { Key = StageKey.From("interview"), Name = "Interview", Category = StageCategory.Interview },
                ],
            },
        ],
    };

    [Fact]
    public void A_live_application_ends_because_the_position_was_closed_and_its_furthest_stage_says_which_answer_fits()
    {
        var decision = After(Submitted(App), Entered(App, "interview"), Entered(App, "screening"), Closed);
        var state = decision.Next.Applications!.Find(App)!;

        Assert.Equal((Disposition.PositionClosed, CloseReasons.Cancelled, At(3)), (state.Ending!.Disposition, state.Ending.Reason, state.Ending.At));
        Assert.Empty(state.Visits);
        Assert.Equal(
            new PositionClosedFor { Application = App, Requisition = Req, Stage = StageKey.From("interview"), Category = StageCategory.Interview, Reason = CloseReasons.Cancelled, Ordinal = 1 },
            Assert.Single(Events<PositionClosedFor>(decision)));
        Assert.Empty(Events<FindingNoted>(decision));
    }

    [Fact]
    public void Each_live_application_for_it_ends_and_one_for_another_opening_goes_on()
    {
        var third = JobApplicationId.From("app-3");
        var decision = After(Submitted(App), Submitted(Other), Submitted(third, "req-2"), Closed);

        Assert.Equal([App, Other], Events<PositionClosedFor>(decision).Select(e => e.Application));
        Assert.True(decision.Next.Applications!.Find(third)!.IsLive);
        Assert.DoesNotContain(Events<PhaseChanged>(decision), change => change.From == Phase.Hire);
    }

    [Fact]
    public void The_process_of_the_candidate_ends_with_the_last_of_them()
    {
        var decision = After(Submitted(App), Submitted(Other), Closed);

        Assert.Equal((Phase.Hire, Phase.Nurture), Assert.Single(Events<PhaseChanged>(decision).Where(change => change.From == Phase.Hire).Select(change => (change.From, change.To))));
    }

    [Fact]
    public void Who_was_hired_or_refused_before_is_left_as_they_are()
    {
        var decision = After(Submitted(App), Submitted(Other), new CandidateHired { Application = App }, Rejected(Other), Closed);

        Assert.Equal([Disposition.Hired, Disposition.Rejected], decision.Next.Applications!.All.Select(a => a.Ending!.Disposition));
        Assert.Empty(Events<PositionClosedFor>(decision));
        Assert.All(Events<FindingNoted>(decision), finding => Assert.Equal(FindingCodes.AdverseNoHuman, finding.Code));
    }

    [Fact]
    public void Who_has_an_offer_goes_on_with_a_finding_and_the_others_end()
    {
        var decision = After(Submitted(App), Submitted(Other), new OfferMade { Application = App }, Closed);

        Assert.True(decision.Next.Applications!.Find(App)!.IsLive);
        Assert.Equal(Other, Assert.Single(Events<PositionClosedFor>(decision)).Application);
        Assert.Equal(new FindingNoted { Code = FindingCodes.ClosedWithOffer, Subject = "app-1" }, Assert.Single(Events<FindingNoted>(decision)));
        Assert.DoesNotContain(Events<PhaseChanged>(decision), change => change.From == Phase.Hire);
    }

    [Fact]
    public void An_offer_of_an_earlier_life_stands_again_where_the_application_goes_on_and_is_left_to_a_person()
    {
        var reopened = new ApplicationReopened { Application = App };
        var stands = After(Submitted(App), new OfferMade { Application = App }, Rejected(App), reopened, Closed);
        var unhired = After(Submitted(App), new OfferMade { Application = App }, new OfferAccepted { Application = App }, new CandidateHired { Application = App }, reopened, Closed);
        var withdrawn = After(Submitted(App), new OfferMade { Application = App }, new OfferAccepted { Application = App }, new CandidateHired { Application = App }, reopened, new OfferWithdrawn { Application = App }, Closed);

        Assert.All([stands, unhired], decision => Assert.True(decision.Next.Applications!.Find(App)!.IsLive));
        Assert.All([stands, unhired], decision => Assert.Contains(Events<FindingNoted>(decision), finding => finding.Code == FindingCodes.ClosedWithOffer));
        Assert.Equal((Disposition.PositionClosed, 1), (withdrawn.Next.Applications!.Find(App)!.Ending!.Disposition, withdrawn.Next.Applications.Find(App)!.Reopenings));
        Assert.Equal(2, Assert.Single(Events<PositionClosedFor>(withdrawn)).Ordinal);
    }

    [Fact]
    public void A_candidate_who_never_applied_for_it_is_told_nothing()
    {
        var decision = After(Closed, Submitted(App));

        Assert.True(decision.Next.Applications!.Find(App)!.IsLive);
        Assert.Empty(Events<PositionClosedFor>(decision));
    }

    [Fact]
    public void A_submission_that_comes_late_and_lies_before_the_closing_ends_with_it()
    {
        var before = At(0);
        var closing = Histories.Event("c", At(1), Closed);
        var late = Histories.Event("s", before, Submitted(App));

        Assert.False(Engine.Replay(Histories.Anna, [closing, late], ActivationLog.Always(Rules), At(1)).Next.Applications!.Find(App)!.IsLive);
    }

    [Fact]
    public void Promises_that_an_ending_keeps_are_kept_and_the_others_are_void()
    {
        var decision = After(Submitted(App), Reply(App), Closed);

        Assert.Equal(["acknowledge-application", "decide-application"], Events<PromiseKept>(decision).Select(kept => kept.Promise.Expectation.Value).Order(StringComparer.Ordinal));
        Assert.Equal(["answer-message"], Events<PromiseVoided>(decision).Select(ended => ended.Promise.Expectation.Value));
    }

    [Fact]
    public void The_answer_that_each_of_them_is_owed_is_a_promise_until_a_message_goes_out()
    {
        var closed = After(Submitted(App), Submitted(Other), Closed);
        Assert.Equal(["answer-when-closed#1:app-1", "answer-when-closed#1:app-2"], closed.Next.Charter!.Promises.Select(p => p.Key.ToString()));

        var answered = After(Submitted(App), Submitted(Other), Closed, Mail(App));
        Assert.Equal("answer-when-closed#1:app-2", Assert.Single(answered.Next.Charter!.Promises).Key.ToString());

        var reopened = After(Submitted(App), Closed, new ApplicationReopened { Application = App });
        Assert.DoesNotContain(reopened.Next.Charter!.Promises, p => p.Key.Expectation.Value == "answer-when-closed");

        var forgotten = Engine.Replay(Histories.Anna, Line(Submitted(App), Closed), ActivationLog.Always(Rules), At(0) + Duration.FromDays(20));
        Assert.Equal("answer-when-closed#1:app-1", Assert.Single(Events<PromiseBroken>(forgotten)).Promise.ToString());
        Assert.Equal("task:answer-when-closed#1:app-1", Assert.Single(forgotten.Effects, e => e.Intent is OpenTask).Key.ToString());
    }

    [Fact]
    public void The_answers_to_a_second_closing_have_numbers_of_their_own()
    {
        var told = Mail(App) with { Answers = TouchAnswer.Ending };
        var line = Line(Submitted(App), Closed, told, new ApplicationReopened { Application = App }, Closed);
        var decision = Engine.Replay(Histories.Anna, line, ActivationLog.Always(Rules), At(2) + Duration.FromDays(14));

        Assert.Equal([1, 2], Events<PositionClosedFor>(decision).Select(p => p.Ordinal));
        Assert.Equal([null, RefusalCodes.ToldRecently], Events<PositionClosedFor>(decision).Select(p => p.WaitsFor));
        var answers = decision.Derived.Where(e => e.Entry is PromiseOpened { Promise.Expectation: var key } && key.Value == "answer-when-closed").ToArray();
        Assert.Equal([(1, At(1)), (2, At(2) + Duration.FromDays(14))], answers.Select(e => (((PromiseOpened)e.Entry).Promise.Ordinal, e.OccurredAt)));
    }

    [Fact]
    public async Task It_is_announced_once_for_each_application_so_that_a_fitting_answer_goes_out()
    {
        var heard = new Answers();
        await using var crm = new CrmUnderTest(
            more =>
            {
                more.Services.AddSingleton(heard);
                more.AddEventHandler<PositionClosedFor, Answers>();
            },
            rules => rules.Take(TestRules.Everything).Announce<PositionClosedFor>());
        await crm.HappenAsync("s1", At(0), Submitted(App));
        await crm.HappenAsync("s2", At(1), Submitted(Other));
        await crm.HappenAsync("c", At(2), Closed);
        await crm.Runner.DrainOutboxAsync();
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("c", At(2), Closed));
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal([App, Other], heard.Taken.Select(e => e.Application));
    }

    [Fact]
    public async Task Why_no_answer_is_promised_can_be_asked()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s1", At(0), Submitted(App));
        await crm.HappenAsync("s2", At(1), Submitted(Other));
        await crm.HappenAsync("o", At(2), new OfferMade { Application = Other });
        await crm.HappenAsync("c", At(3), Closed);
        var key = ExpectationKey.From("answer-when-closed");

        var waits = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Opened(key, "app-1"));
        Assert.Equal(WhyNotCodes.TriggerAnswerWaits, Assert.Single(waits.Reasons).Code);
        Assert.Contains(RefusalCodes.OfferStands, waits.Reasons[0].Sentence, StringComparison.Ordinal);
        var why = await crm.Acme.Audit.WhyNotAsync(Histories.Anna.Candidate, WhyNot.Opened(key, "app-2"));
        Assert.Equal(WhyNotCodes.TriggerOtherSubject, Assert.Single(why.Reasons).Code);
    }

    [Fact]
    public async Task Figures_count_it_as_closed_otherwise()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s1", At(0), Submitted(App));
        await crm.HappenAsync("s2", At(1), Submitted(Other));
        await crm.HappenAsync("o", At(2), new OfferMade { Application = Other });
        await crm.HappenAsync("c", At(3), Closed);
        var read = await crm.Acme.Insights.ReadPathsAsync().ToDictionaryAsync(path => path.Application);
        Assert.Equal(PathOutcome.Ended(OutcomeKind.ClosedOtherwise, At(3)), read[App].Outcome);
        Assert.Equal(["applied", "position-closed"], read[App].Steps.Select(step => step.Step.Value));
        Assert.Equal(PathOutcome.Open, read[Other].Outcome);
    }

    [Fact]
    public async Task Figures_know_nothing_of_an_application_that_only_an_opening_balance_tells_of()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("b", At(0), new RelationshipOpened { Applications = [new OpeningApplication { Application = App, Requisition = Req }] });
        await crm.HappenAsync("c", At(1), Closed);

        Assert.False((await crm.AnnaAsync()).Applications!.Find(App)!.IsLive);
        Assert.Empty(await crm.Acme.Insights.ReadPathsAsync().ToArrayAsync());
    }

    private static Decision After(params ITimelineEntry[] entries) =>
        Engine.Replay(Histories.Anna, Line(entries), ActivationLog.Always(Rules), At(entries.Length));

    private static TimelineEvent[] Line(params ITimelineEntry[] entries) => [.. entries.Select((entry, i) => Histories.Event($"e{i}", At(i), entry))];

    private static T[] Events<T>(Decision decision) => [.. decision.Derived.Select(e => e.Entry).OfType<T>()];

    /// <summary>So far apart that no two submissions are one.</summary>
    private static Instant At(int step) => Histories.Start + Duration.FromMinutes(step * 11);

    private static ApplicationSubmitted Submitted(JobApplicationId application, string requisition = "req-1") => new() { Application = application, Requisition = RequisitionId.From(requisition) };

    private static StageEntered Entered(JobApplicationId application, string stage) => new() { Application = application, Stage = StageKey.From(stage) };

    private static ApplicationEnded Rejected(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") };

    private static TouchpointRecorded Reply(JobApplicationId application) => new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = application };

    private static TouchpointRecorded Mail(JobApplicationId application) => new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = application, Automated = true };

    private sealed class Answers : ICrmEventHandler<PositionClosedFor>
    {
        internal List<PositionClosedFor> Taken { get; } = [];

        public ValueTask HandleAsync(AnnouncedEvent announced, PositionClosedFor derived, CancellationToken cancellationToken)
        {
            Taken.Add(derived);
            return default;
        }
    }
}
