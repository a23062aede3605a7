using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Decides commands about applications: the same rules as for facts, but what would be a finding is a refusal.</summary>
internal static class CommandRules
{
    internal static MoveDecision Move(ApplicationState state, CompiledRules rules, StageKey stage)
    {
        if (rules.FindPipeline(state.Pipeline, state.Requisition) is not { } pipeline)
        {
            return state.Pipeline.IsAssigned && !rules.Rules.Pipelines.IsEmpty
                ? new MoveDecision
                {
                    Target = stage,
                    Code = FindingCodes.PipelineUnknown,
                    Sentence = $"The application is in the pipeline {state.Pipeline}, which the rules do not have. Known are {string.Join(", ", rules.Rules.Pipelines.Select(known => known.Key))}.",
                }
                : new MoveDecision { Target = stage };
        }

        var decision = PipelineEngine.Decide(pipeline, state, stage);
        return decision.Code == FindingCodes.StageUnknown && Owner(rules, stage) is { } owner
            ? decision with { Sentence = $"{decision.Sentence} The stage {stage} belongs to the pipeline {owner}." }
            : decision;
    }

    internal static ApplicationAnswer? RefuseMove(ApplicationState state, CompiledRules rules, StageKey stage)
    {
        if (RefuseUnlessGoing(state) is { } over)
        {
            return over;
        }

        var decision = Move(state, rules, stage);
        return decision.IsAllowed ? null : Refused(decision.Code!, decision.Sentence!) with { Condition = decision.Condition, PermittedStages = decision.Permitted };
    }

    internal static ApplicationAnswer? RefuseRejection(ApplicationState state, CompiledRules rules, ReasonCode reason)
    {
        if (state.Status is ApplicationStatus.Ended or ApplicationStatus.Removed)
        {
            return RefuseUnlessGoing(state);
        }

        var taxonomy = rules.Rules.Dispositions;
        return ReasonRules.Broken(taxonomy, Disposition.Rejected, reason) is not { } code ? null : Refused(code, code switch
        {
            FindingCodes.ReasonMissing => "A rejection has a reason. Give one.",
            FindingCodes.ReasonUnknown => $"The dispositions have no reason {reason}. Give one of those that belong to a rejection.",
            _ => $"The reason {reason} does not belong to a rejection. Give one that does.",
        }) with
        {
            PermittedReasons = [.. (taxonomy?.Reasons ?? []).Where(each => each.Dispositions.Contains(Disposition.Rejected)).Select(each => each.Code)],
        };
    }

    internal static ApplicationAnswer? RefuseReview(ApplicationState state) => state.Ending is { AwaitsPerson: true }
        ? null
        : Refused(FindingCodes.ReviewUnneeded, "The application is no rejection that waits for a person, so that there is nothing to answer for.");

    internal static ApplicationAnswer? RefuseReopening(ApplicationState state, CompiledRules rules, StageKey stage)
    {
        if (state.Status != ApplicationStatus.Ended)
        {
            return state.Status == ApplicationStatus.Removed ? RefuseUnlessGoing(state) : Refused(FindingCodes.ApplicationNotEnded, "The application has not ended, so that there is nothing to take back.");
        }

        return stage.IsAssigned && rules.FindPipeline(state.Pipeline, state.Requisition) is { } pipeline && pipeline.IndexOf(stage) < 0
            ? Refused(FindingCodes.StageUnknown, MoveWords.Of(pipeline, state, stage, FindingCodes.StageUnknown, condition: null)) with { PermittedStages = [.. pipeline.Stages.Select(each => each.Key)] }
            : null;
    }

    internal static ApplicationAnswer? RefuseTransfer(ApplicationState state, CompiledRules rules, ApplicationTransfer transfer)
    {
        if (state.Status is ApplicationStatus.Ended or ApplicationStatus.Removed)
        {
            return RefuseUnlessGoing(state);
        }

        if (transfer.Pipeline.IsAssigned && rules.FindPipeline(transfer.Pipeline, transfer.Requisition) is null)
        {
            var known = rules.Rules.Pipelines.Select(pipeline => pipeline.Key.Value).Order(StringComparer.Ordinal).DefaultIfEmpty("none");
            return Refused(FindingCodes.PipelineUnknown, $"There is no pipeline {transfer.Pipeline}. Known are {string.Join(", ", known)}.");
        }

        return state.Requisition == transfer.Requisition
            ? Refused(FindingCodes.ApplicationKnown, $"The application is for {transfer.Requisition} already. Name another opening.")
            : null;
    }

    internal static ApplicationAnswer Refused(string code, string sentence) => new() { Status = AnswerStatus.Refused, Code = code, Sentence = sentence };

    /// <summary>Refuses what only goes with an application that is live or a prospect's.</summary>
    private static ApplicationAnswer? RefuseUnlessGoing(ApplicationState state) => state.Status is ApplicationStatus.Live or ApplicationStatus.Prospect
        ? null
        : Refused(ApplicationBirth.CodeOf(state.Status), MoveWords.Of(state.Status));

    private static PipelineKey? Owner(CompiledRules rules, StageKey stage)
    {
        foreach (var pipeline in rules.Rules.Pipelines)
        {
            if (pipeline.IndexOf(stage) >= 0)
            {
                return pipeline.Key;
            }
        }

        return null;
    }
}
