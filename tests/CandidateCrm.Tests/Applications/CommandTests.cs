using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Talent;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Applications;

/// <summary>Commands are decided against the current state and become facts at once; what a rule forbids is refused, and nothing is written.</summary>
public sealed class CommandTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly Actor Recruiter = Actor.Of(PersonId.From("recruiter-7"));
    private static readonly HumanReviewer Reviewer = HumanReviewer.Of(PersonId.From("recruiter-7"));

    [Fact]
    public async Task A_permitted_move_becomes_a_fact_with_its_actor_and_reason()
    {
        await using var crm = await StartedAsync();
        Assert.True((await crm.Acme.Applications.AskAsync(Anna, App, StageKey.From("screening"))).IsAllowed);
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "screening") with { Reason = ReasonCode.From("strong") }, Recruiter);

        Assert.Equal((AnswerStatus.Done, "screening"), (answer.Status, answer.Application!.Stage.Value));
        var visit = (await crm.AnnaAsync()).Applications!.Find(App)!.Visits[^1];
        Assert.Equal((Recruiter, "strong"), (visit.Actor, visit.Reason.Value));
        Assert.Contains(await crm.TimelineAsync(), e => e.Id == EventId.From("m-1") && e.Entry is StageEntered);
    }

    [Theory]
    [InlineData("applied", null)]
    [InlineData("offer", FindingCodes.MoveSkips)]
    [InlineData("limbo", FindingCodes.StageUnknown)]
    public async Task A_move_that_breaks_a_rule_is_refused_with_what_would_be_permitted_and_nothing_is_written(string stage, string? code)
    {
        await using var crm = await StartedAsync();
        var before = (await crm.TimelineAsync()).Length;
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", stage), Recruiter);

        Assert.Equal(code, answer.Code);
        Assert.Equal(code is null ? AnswerStatus.Done : AnswerStatus.Refused, answer.Status);
        Assert.Equal(code is null ? [] : ["screening"], answer.PermittedStages.Select(each => each.Value));
        Assert.Equal(code is null, (await crm.TimelineAsync()).Length > before);
        Assert.Equal(code, (await crm.Acme.Applications.AskAsync(Anna, App, StageKey.From(stage))).Code);
    }

    [Fact]
    public async Task The_same_move_as_a_fact_is_never_refused_and_the_state_follows()
    {
        await using var crm = await StartedAsync();
        var told = await crm.HappenAsync("m-1", Day(1), new StageEntered { Application = App, Stage = StageKey.From("offer") });

        Assert.Equal("offer", told.Relationship!.Applications!.Find(App)!.Stage.Value);
        Assert.Equal(
            [(FindingCodes.MoveSkips, "app-1:offer"), (FindingCodes.ConditionUnmet, "app-1:offer:offer-made")],
            told.Findings.Select(finding => (finding.Code, finding.Subject)));
    }

    [Fact]
    public async Task A_stage_of_another_pipeline_is_said_to_be_one()
    {
        await using var crm = await StartedAsync();
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "trial-day"), Recruiter);

        Assert.Equal(FindingCodes.StageUnknown, answer.Code);
        Assert.EndsWith("The stage trial-day belongs to the pipeline apprentices.", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_moves_within_a_pipeline_that_the_rules_do_not_have()
    {
        await using var crm = await StartedAsync();
        await crm.HappenAsync("other", Day(0), new ApplicationSubmitted { Application = JobApplicationId.From("app-9"), Requisition = RequisitionId.From("req-9"), Pipeline = PipelineKey.From("gone") });
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("m-9", "whatever") with { Application = JobApplicationId.From("app-9") }, Recruiter);

        Assert.Equal((AnswerStatus.Refused, FindingCodes.PipelineUnknown), (answer.Status, answer.Code));
        Assert.Contains("pipeline gone, which the rules do not have", answer.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_command_just_did_is_what_every_question_without_an_instant_sees()
    {
        await using var crm = await StartedAsync();
        await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-1", "second-best"), Reviewer);
        Assert.NotEqual(RefusalCodes.NotEnded, (await crm.Acme.PublicStatus.MayRefuseAsync(Anna, App)).Code);
        await crm.Acme.Applications.ReopenAsync(Anna, new ApplicationReopening { Id = EventId.From("o-1"), Application = App }, Recruiter);
        Assert.Equal(RefusalCodes.NotEnded, (await crm.Acme.PublicStatus.MayRefuseAsync(Anna, App)).Code);
        Assert.True((await crm.Acme.Talent.AskAsync(Anna))!.Has(ReadinessCodes.InProcess));
    }

    [Fact]
    public async Task A_command_given_twice_is_done_once_whenever_it_comes_again()
    {
        await using var crm = await StartedAsync();
        await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "screening"), Recruiter);
        crm.Clock.Now += Duration.FromHours(5);
        await crm.Acme.Applications.MoveAsync(Anna, Move("m-2", "interview"), Recruiter);
        var again = await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "screening"), Recruiter);

        Assert.Equal((AnswerStatus.Repeated, "interview"), (again.Status, again.Application!.Stage.Value));
        Assert.Equal(3, (await crm.AnnaAsync()).Applications!.Find(App)!.Visits.Length);
    }

    [Fact]
    public async Task An_id_that_something_else_has_is_refused()
    {
        await using var crm = await StartedAsync();
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("s", "screening"), Recruiter);

        Assert.Equal((AnswerStatus.Refused, FindingCodes.EventIdReused), (answer.Status, answer.Code));
        Assert.Equal(FindingCodes.EventMalformed, (await crm.Acme.Applications.MoveAsync(Anna, Move("m", "screening") with { Id = default }, Recruiter)).Code);
        Assert.Equal(FindingCodes.EventIdReserved, (await crm.Acme.Applications.MoveAsync(Anna, Move("m", "screening") with { Id = EventId.Stored("~m") }, Recruiter)).Code);
    }

    [Fact]
    public async Task Of_many_at_once_who_skip_stages_together_each_is_decided_on_what_the_others_did()
    {
        await using var crm = await StartedAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => (Stage: i % 2 == 0 ? "screening" : "interview", i)).Select(each => crm.Acme.Applications.MoveAsync(Anna, Move($"m-{each.i}", each.Stage), Recruiter).AsTask()));
        var visits = (await crm.AnnaAsync()).Applications!.Find(App)!.Visits;

        Assert.Equal(answers.Count(answer => answer.Status == AnswerStatus.Done) + 1, visits.Length);
        Assert.DoesNotContain((await crm.TimelineAsync()).Select(e => e.Entry), entry => entry is FindingNoted { Code: FindingCodes.MoveSkips or FindingCodes.MoveBackward });
    }

    [Fact]
    public async Task What_comes_between_the_look_and_the_commit_is_decided_on()
    {
        await using var crm = await StartedAsync();
        var clock = new InterruptedClock(crm.Clock, () => crm.Acme.Applications.RejectAsync(Anna, Rejection("between", "second-best"), Reviewer).AsTask().GetAwaiter().GetResult());
        var commands = new CommandService(
            crm.Acme.Tenant,
            crm.Services.GetRequiredService<TenantRules>(),
            crm.Services.GetRequiredService<Recorder>(),
            new RelationshipEngine(),
            crm.Store,
            clock);
        var move = new ApplicationCommand
        {
            Id = EventId.From("later"),
            By = Recruiter,
            Fact = new StageEntered { Application = App, Stage = StageKey.From("screening") },
            Refuse = (state, rules) => CommandRules.RefuseMove(state, rules, StageKey.From("screening")),
        };
        var answer = await commands.RunAsync(Anna, move, CancellationToken.None);

        Assert.Equal((AnswerStatus.Refused, FindingCodes.ApplicationEndedAlready), (answer.Status, answer.Code));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Id == EventId.From("later"));
    }

    [Fact]
    public async Task Of_many_who_reject_at_once_one_does_and_the_others_hear_that_it_has_ended()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var crm = await StartedAsync();
            using var start = new Barrier(6);
            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Factory.StartNew(
                () =>
                {
                    start.SignalAndWait();
                    return crm.Acme.Applications.RejectAsync(Anna, Rejection($"r-{i}", "second-best"), Reviewer).AsTask();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));

            Assert.Single(answers, answer => answer.Status == AnswerStatus.Done);
            Assert.All(answers.Where(answer => answer.Status != AnswerStatus.Done), answer => Assert.Equal(FindingCodes.ApplicationEndedAlready, answer.Code));
            Assert.Single(await crm.TimelineAsync(), e => e.Entry is ApplicationEnded);
        }
    }

    [Fact]
    public async Task Two_that_give_the_same_command_at_once_do_it_once()
    {
        await using var crm = await StartedAsync();
        await using var other = crm.SecondNode(rules: Rules);
        var answers = await Task.WhenAll(
            crm.Acme.Applications.MoveAsync(Anna, Move("m", "screening"), Recruiter).AsTask(),
            other.Acme.Applications.MoveAsync(Anna, Move("m", "screening"), Recruiter).AsTask());

        Assert.Equal([AnswerStatus.Done, AnswerStatus.Repeated], answers.Select(answer => answer.Status).Order());
        Assert.Equal(2, (await crm.AnnaAsync()).Applications!.Find(App)!.Visits.Length);
    }

    [Fact]
    public async Task A_rejection_names_the_person_who_answers_for_it()
    {
        await using var crm = await StartedAsync();
        var answer = await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-1", "second-best"), Reviewer);

        Assert.Equal((AnswerStatus.Done, ApplicationStatus.Ended), (answer.Status, answer.Application!.Status));
        Assert.Equal(Recruiter, (await crm.TimelineAsync()).Single(e => e.Id == EventId.From("r-1")).Actor);
        Assert.DoesNotContain((await crm.TimelineAsync()).Select(e => e.Entry), entry => entry is FindingNoted { Code: FindingCodes.AdverseNoHuman });
        Assert.Throws<ArgumentException>(() => HumanReviewer.Of(default));
        Assert.Empty(typeof(HumanReviewer).GetConstructors());
    }

    [Fact]
    public async Task An_adverse_fact_without_a_person_is_a_finding()
    {
        await using var crm = await StartedAsync();
        var told = await crm.HappenAsync("r-1", Day(1), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("second-best") });

        Assert.Equal((FindingCodes.AdverseNoHuman, "app-1"), (Assert.Single(told.Findings).Code, told.Findings.First().Subject));
        Assert.False(told.Relationship!.Applications!.Find(App)!.IsLive);
    }

    [Theory]
    [InlineData("mood", FindingCodes.ReasonUnknown)]
    [InlineData("salary", FindingCodes.ReasonUnfit)]
    public async Task A_rejection_for_a_reason_that_is_none_is_refused_and_as_a_fact_a_finding(string reason, string code)
    {
        await using var crm = await StartedAsync();
        var answer = await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-1", reason), Reviewer);
        Assert.Equal((AnswerStatus.Refused, code, "second-best"), (answer.Status, answer.Code, answer.PermittedReasons.Single().Value));

        var told = await crm.HappenAsync("r-2", Day(1), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From(reason) });
        Assert.Contains(told.Findings, finding => finding.Code == code && finding.Subject == $"app-1:{reason}");
    }

    [Fact]
    public async Task A_rejection_without_a_reason_is_refused()
    {
        await using var crm = await StartedAsync();

        Assert.Equal(FindingCodes.ReasonMissing, (await crm.Acme.Applications.RejectAsync(Anna, new ApplicationRejection { Id = EventId.From("r"), Application = App, Reason = default }, Reviewer)).Code);
    }

    [Fact]
    public async Task A_rejection_is_taken_back_to_the_stage_before_it_or_to_another()
    {
        await using var crm = await StartedAsync();
        Assert.Equal(FindingCodes.ApplicationNotEnded, (await crm.Acme.Applications.ReopenAsync(Anna, Reopening("o-0"), Recruiter)).Code);
        await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "screening"), Recruiter);
        await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-1", "second-best"), Reviewer);
        Assert.Equal(FindingCodes.ApplicationEndedAlready, (await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-2", "second-best"), Reviewer)).Code);
        Assert.Equal(FindingCodes.ApplicationEndedAlready, (await crm.Acme.Applications.MoveAsync(Anna, Move("m-2", "interview"), Recruiter)).Code);
        Assert.Equal(FindingCodes.StageUnknown, (await crm.Acme.Applications.ReopenAsync(Anna, Reopening("o-1") with { Stage = StageKey.From("limbo") }, Recruiter)).Code);
        var back = await crm.Acme.Applications.ReopenAsync(Anna, Reopening("o-2"), Recruiter);
        Assert.Equal((AnswerStatus.Done, "screening", true), (back.Status, back.Application!.Stage.Value, back.Application.IsLive));

        await crm.Acme.Applications.RejectAsync(Anna, Rejection("r-3", "second-best"), Reviewer);
        Assert.Equal("applied", (await crm.Acme.Applications.ReopenAsync(Anna, Reopening("o-3") with { Stage = StageKey.From("applied") }, Recruiter)).Application!.Stage.Value);
    }

    [Fact]
    public async Task A_transfer_goes_on_in_the_stage_of_the_same_kind()
    {
        await using var crm = await StartedAsync();
        await crm.Acme.Applications.MoveAsync(Anna, Move("m-1", "screening"), Recruiter);
        var transfer = new ApplicationTransfer { Id = EventId.From("t"), Application = App, Requisition = RequisitionId.From("req-2"), Pipeline = PipelineKey.From("apprentices") };
        Assert.Equal(FindingCodes.ApplicationKnown, (await crm.Acme.Applications.TransferAsync(Anna, transfer with { Requisition = RequisitionId.From("req-1"), Pipeline = default }, Recruiter)).Code);
        Assert.Equal(FindingCodes.PipelineUnknown, (await crm.Acme.Applications.TransferAsync(Anna, transfer with { Pipeline = PipelineKey.From("limbo") }, Recruiter)).Code);
        var done = await crm.Acme.Applications.TransferAsync(Anna, transfer, Recruiter);

        Assert.Equal(("req-2", "apprentices", "first-look"), (done.Application!.Requisition.Value, done.Application.Pipeline.Value, done.Application.Stage.Value));
    }

    [Fact]
    public async Task What_nobody_knows_is_refused()
    {
        await using var crm = await StartedAsync();

        Assert.Equal(FindingCodes.ApplicationUnknown, (await crm.Acme.Applications.MoveAsync(Anna, Move("m", "screening") with { Application = JobApplicationId.From("app-9") }, Recruiter)).Code);
        Assert.Equal(FindingCodes.ApplicationUnknown, (await crm.Acme.Applications.MoveAsync(CandidateId.From("nobody"), Move("m", "screening"), Recruiter)).Code);
        Assert.Equal(FindingCodes.ApplicationUnknown, (await crm.Acme.Applications.AskAsync(Anna, JobApplicationId.From("app-9"), StageKey.From("screening"))).Code);
        Assert.Empty(await crm.TimelineAsync(CandidateId.From("nobody")));
    }

    [Fact]
    public async Task A_clock_that_is_behind_the_latest_fact_decides_after_it()
    {
        await using var crm = await StartedAsync();
        await crm.HappenAsync("late", Day(1), new StageEntered { Application = App, Stage = StageKey.From("screening") });
        crm.Clock.Now = Day(1) - Duration.FromMinutes(2);
        var answer = await crm.Acme.Applications.MoveAsync(Anna, Move("m", "interview"), Recruiter);

        Assert.Equal((AnswerStatus.Done, "interview"), (answer.Status, answer.Application!.Stage.Value));
    }

    [Fact]
    public async Task Applications_that_are_off_decide_nothing()
    {
        await using var crm = await StartedAsync();
        var position = (await crm.Acme.Rules.ReadAsync()).Position;
        var off = new FeatureMode { Feature = FeatureCode.Applications, Mode = Mode.Off };
        Assert.Equal(PublishStatus.Published, (await crm.Acme.Rules.SetModeAsync(off, new PublishTerms { By = Recruiter, Expected = position })).Status);
        crm.Clock.Now += Duration.FromHours(1);

        Assert.Equal(FindingCodes.FeatureOff, (await crm.Acme.Applications.MoveAsync(Anna, Move("m", "screening"), Recruiter)).Code);
    }

    /// <summary>Lets something happen the first time that somebody reads it.</summary>
    private sealed class InterruptedClock(IClock clock, Action between) : IClock
    {
        private Action? _between = between;

        public Instant GetCurrentInstant()
        {
            Interlocked.Exchange(ref _between, null)?.Invoke();
            return clock.GetCurrentInstant();
        }
    }

    private static ApplicationMove Move(string id, string stage) => new() { Id = EventId.From(id), Application = App, Stage = StageKey.From(stage) };

    private static ApplicationRejection Rejection(string id, string reason) => new() { Id = EventId.From(id), Application = App, Reason = ReasonCode.From(reason) };

    private static ApplicationReopening Reopening(string id) => new() { Id = EventId.From(id), Application = App };

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static async Task<CrmUnderTest> StartedAsync()
    {
        var crm = new CrmUnderTest(rules: Rules);
        await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now = Day(0) + Duration.FromHours(1);
        return crm;
    }

    private static void Rules(CrmRulesBuilder rules) => rules
        .Pipeline(new PipelineDefinition
        {
            Key = PipelineKey.From("standard"),
            AllowsSkipping = false,
            Stages =
            [
                new Stage { Key = StageKey.From("applied"), Name = "Applied", Category = StageCategory.Applied },
                new Stage { Key = StageKey.From("screening"), Name = "Screening", Category = StageCategory.Screen },
                new Stage { Key = StageKey.From("interview"), Name = "Interview", Category = StageCategory.Interview },
                new Stage { Key = StageKey.From("offer"), Name = "Offer", Category = StageCategory.Offer, Requires = [StageCondition.OfferMade] },
            ],
        })
        .Pipeline(new PipelineDefinition
        {
            Key = PipelineKey.From("apprentices"),
            Stages = [new Stage { Key = StageKey.From("letter"), Name = "Letter" }, new Stage { Key = StageKey.From("first-look"), Name = "Look", Category = StageCategory.Screen }, new Stage { Key = StageKey.From("trial-day"), Name = "Trial" }],
        })
        .Dispositions(new DispositionTaxonomy
        {
            Key = TaxonomyKey.From("reasons"),
            Reasons =
            [
                new DispositionReason { Code = ReasonCode.From("second-best"), Name = "second best", Dispositions = [Disposition.Rejected], Kind = ReasonKind.SecondBest },
                new DispositionReason { Code = ReasonCode.From("salary"), Name = "salary", Dispositions = [Disposition.Withdrew, Disposition.SelfDeselected], Kind = ReasonKind.Compensation },
            ],
        });
}
