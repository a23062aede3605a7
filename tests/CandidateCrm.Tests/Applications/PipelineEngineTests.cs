using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class PipelineEngineTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 3, 2, 9, 0);

    private static PipelineDefinition Strict { get; } = new()
    {
        Key = PipelineKey.From("engineering"),
        AllowsBackward = false,
        AllowsSkipping = false,
        Stages =
        [
            Stage("applied", StageCategory.Applied), Stage("screening", StageCategory.Screen, StageCondition.Submitted),
            Stage("interview", StageCategory.Interview), Stage("offer", StageCategory.Offer, StageCondition.InterviewHeld, StageCondition.OfferMade),
        ],
        Overrides = [new PipelineOverride { Requisitions = [RequisitionId.From("req-9")], Stages = [Stage("talk", StageCategory.Interview), Stage("offer", StageCategory.Offer)] }],
    };

    [Fact]
    public void What_is_decided_is_what_an_obvious_reading_of_the_rules_says() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var (pipeline, state) = Drawn(new Dice(seed));
            foreach (var target in pipeline.Stages.Select(stage => stage.Key).Append(StageKey.From("nowhere")))
            {
                var decision = PipelineEngine.Decide(pipeline, state, target);
                if (decision.Code != Oracle(pipeline, state, target) || decision.IsAllowed != (decision.Sentence is null))
                {
                    return false;
                }

                var permitted = pipeline.Stages.Select(stage => stage.Key).Where(stage => stage != target && stage != state.Stage && Oracle(pipeline, state, stage) is null);
                if (!decision.Permitted.SequenceEqual(permitted))
                {
                    return false;
                }
            }

            return true;
        }).Check(Tries.Of(2_000));

    [Fact]
    public void The_machine_permits_what_the_engine_allows() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var (pipeline, drawn) = Drawn(new Dice(seed));
            var machine = PipelineEngine.MachineOf(pipeline);
            var state = drawn with { Status = ApplicationStatus.Live, Ending = null };
            return !machine.States.Contains(state.Stage)
                || pipeline.Stages.All(stage => machine.CanFire(state.Stage, stage.Key, state) == PipelineEngine.Decide(pipeline, state, stage.Key).IsAllowed);
        }).Check(Tries.Of(1_000));

    [Theory]
    [InlineData("limbo", FindingCodes.StageUnknown, "Its stages are applied, screening, interview, offer.")]
    [InlineData("applied", FindingCodes.MoveBackward, "applied comes before screening")]
    [InlineData("offer", FindingCodes.MoveSkips, "The next one is interview.")]
    public void A_refusal_says_its_rule_and_what_would_be_right(string target, string code, string sentence)
    {
        var decision = PipelineEngine.Decide(Strict, In("screening"), StageKey.From(target));

        Assert.Equal(code, decision.Code);
        Assert.Contains(sentence, decision.Sentence, StringComparison.Ordinal);
        Assert.Equal([StageKey.From("interview")], decision.Permitted.AsEnumerable());
    }

    [Fact]
    public void A_refusal_by_a_condition_says_which()
    {
        var state = In("interview") with { Interviews = [Held] };
        var decision = PipelineEngine.Decide(Strict, state, StageKey.From("offer"));

        Assert.Equal((FindingCodes.ConditionUnmet, StageCondition.OfferMade), (decision.Code, decision.Condition));
        Assert.Equal("The stage offer is entered only where an offer was made. Record that first.", decision.Sentence);
        Assert.True(PipelineEngine.Decide(Strict, state with { Offer = Made }, StageKey.From("offer")).IsAllowed);
    }

    [Theory]
    [InlineData(ApplicationStatus.Draft, FindingCodes.ApplicationNotSubmitted)]
    [InlineData(ApplicationStatus.Abandoned, FindingCodes.ApplicationNotSubmitted)]
    [InlineData(ApplicationStatus.Removed, FindingCodes.ApplicationRemovedAlready)]
    public void Nothing_moves_what_is_not_live(ApplicationStatus status, string code)
    {
        var decision = PipelineEngine.Decide(Strict, In("applied") with { Status = status }, StageKey.From("screening"));

        Assert.Equal((code, 0), (decision.Code, decision.Permitted.Length));
    }

    [Fact]
    public void An_opening_may_have_stages_of_its_own()
    {
        var state = In("talk") with { Requisition = RequisitionId.From("req-9") };

        Assert.True(PipelineEngine.Decide(Strict, state, StageKey.From("offer")).IsAllowed);
        Assert.Equal(FindingCodes.StageUnknown, PipelineEngine.Decide(Strict, state, StageKey.From("screening")).Code);
    }

    [Fact]
    public void A_stage_that_was_reached_before_is_not_skipped()
    {
        var back = In("applied") with { Furthest = StageKey.From("interview") };

        Assert.True(PipelineEngine.Decide(Strict, back, StageKey.From("interview")).IsAllowed);
    }

    [Fact]
    public void An_unassigned_stage_is_a_mistake_of_the_caller() =>
        Assert.Equal("target", Assert.Throws<ArgumentException>(() => PipelineEngine.Decide(Strict, In("applied"), default)).ParamName);

    [Fact]
    public void Two_hundred_stages_make_a_machine_and_more_do_not()
    {
        var large = Strict with { AllowsBackward = true, AllowsSkipping = true, Stages = [.. Enumerable.Range(0, 200).Select(i => Stage($"s-{i}", StageCategory.Other))] };

        Assert.Equal(40_000, PipelineEngine.MachineOf(large).Rules.Length);
        Assert.Throws<ArgumentException>(() => PipelineEngine.MachineOf(large with { Stages = large.Stages.Add(Stage("one-more", StageCategory.Other)) }));
        Assert.Single(PipelineEngine.MachineOf(Strict with { Stages = [Strict.Stages[0]] }).States);
    }

    [Fact]
    public void The_page_shows_the_drawing_of_its_pipeline_and_the_way_of_an_application()
    {
        var page = File.ReadAllText(Path.Combine(FixturePaths.RepositoryRoot, "docs", "applications.md"));
        StageVisit[] visits = [new() { Stage = StageKey.From("applied"), From = At }, new() { Stage = StageKey.From("screening"), From = At }, new() { Stage = StageKey.From("gone"), From = At }];

        Assert.Contains($"```mermaid\n{PipelineEngine.MachineOf(Strict).ToMermaid()}```\n", page, StringComparison.Ordinal);
        Assert.Contains("class applied,screening visited", PipelineEngine.Draw(Strict, In("screening"), visits), StringComparison.Ordinal);
    }

    private static string? Oracle(PipelineDefinition pipeline, ApplicationState state, StageKey target)
    {
        var keys = pipeline.Stages.Select(stage => stage.Key).ToList();
        if (state.Ending is not null)
        {
            return FindingCodes.ApplicationEndedAlready;
        }

        if (state.Status is ApplicationStatus.Draft or ApplicationStatus.Abandoned)
        {
            return FindingCodes.ApplicationNotSubmitted;
        }

        if (state.Status == ApplicationStatus.Removed)
        {
            return FindingCodes.ApplicationRemovedAlready;
        }

        if (!keys.Contains(target))
        {
            return FindingCodes.StageUnknown;
        }

        var isOutside = state.Stage.IsAssigned && !keys.Contains(state.Stage);
        if (!isOutside && !pipeline.AllowsBackward && keys.IndexOf(target) < keys.IndexOf(state.Stage))
        {
            return FindingCodes.MoveBackward;
        }

        var reached = keys.Take(Math.Max(keys.IndexOf(state.Stage), keys.IndexOf(state.Furthest)) + 1).ToHashSet();
        if (!isOutside && !pipeline.AllowsSkipping && keys.TakeWhile(key => key != target).Any(key => !reached.Contains(key)))
        {
            return FindingCodes.MoveSkips;
        }

        return pipeline.Stages.Single(stage => stage.Key == target).Requires.All(condition => condition switch
        {
            StageCondition.Submitted => state.SubmittedAt.HasValue,
            StageCondition.InterviewHeld => state.Interviews.Length > 0,
            StageCondition.FeedbackComplete => state.Interviews.Length > 0 && state.Interviews[0].FeedbackFrom.Length > 0,
            StageCondition.OfferAccepted => state.Offer is { Status: OfferStatus.Accepted },
            _ => state.Offer is not null,
        }) ? null : FindingCodes.ConditionUnmet;
    }

    private static (PipelineDefinition Pipeline, ApplicationState State) Drawn(Dice dice)
    {
        ImmutableArray<Stage> stages = [.. Enumerable.Range(0, 1 + dice.Below(5)).Select(i => Stage($"s-{i}", dice.Word<StageCategory>(), [.. Enum.GetValues<StageCondition>().Where(_ => dice.Below(4) == 0)]))];
        StageKey Any() => dice.Below(6) switch { 0 => default, 1 => StageKey.From("outside"), _ => stages[dice.Below(stages.Length)].Key };
        var state = new ApplicationState
        {
            Application = JobApplicationId.From("app-1"),
            StageSince = At,
            Stage = Any(),
            Furthest = Any(),
            SubmittedAt = dice.Coin ? At : null,
            Interviews = dice.Below(3) switch { 0 => [], 1 => [Held], _ => [Held with { FeedbackFrom = [PersonId.From("panel-1")] }] },
            Offer = dice.Below(3) switch { 0 => null, 1 => Made, _ => Made with { Status = OfferStatus.Accepted } },
        };
        var pipeline = Strict with { Overrides = [], Stages = stages, AllowsBackward = dice.Coin, AllowsSkipping = dice.Coin };
        return dice.Below(8) switch
        {
            0 => (pipeline, state with { Ending = new ApplicationEnding { Disposition = Disposition.Rejected, At = At } }),
            1 => (pipeline, state with { Status = ApplicationStatus.Draft }),
            2 => (pipeline, state with { Status = ApplicationStatus.Removed }),
            3 => (pipeline, state with { Status = ApplicationStatus.Prospect }),
            _ => (pipeline, state),
        };
    }

    private static Stage Stage(string key, StageCategory category, params StageCondition[] requires) =>
        new() { Key = StageKey.From(key), Name = key, Category = category, Requires = [.. requires] };

    private static InterviewState Held { get; } = new()
    {
        Interview = InterviewId.From("i-1"), Status = InterviewStatus.Held, Since = At, Interviewers = [PersonId.From("panel-1")],
    };

    private static OfferState Made { get; } = new() { Status = OfferStatus.Made, Since = At, MadeAt = At };

    private static ApplicationState In(string stage) => new()
    {
        Application = JobApplicationId.From("app-1"), Stage = StageKey.From(stage), Furthest = StageKey.From(stage), StageSince = At, SubmittedAt = At,
    };
}
