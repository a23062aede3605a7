using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with pipelines.</summary>
internal static class PipelineReview
{
    internal static IEnumerable<RulesFault> FaultsOf(ImmutableArray<PipelineDefinition> pipelines) =>
        pipelines.SelectMany(FaultsOf).Concat(RulesReview.Twice("pipeline", pipelines.Select(p => p.Key.ToString())));

    private static IEnumerable<RulesFault> FaultsOf(PipelineDefinition pipeline)
    {
        var where = $"pipeline {pipeline.Key}";
        if (!pipeline.Key.IsAssigned)
        {
            yield return RulesReview.Unnamed(where);
        }

        foreach (var fault in StageFaults(where, pipeline.Stages).Concat(OverrideFaults(where, pipeline)).Concat(ReminderFaults(where, pipeline.Reminders)))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> StageFaults(string where, ImmutableArray<Stage> stages)
    {
        if (stages.IsDefaultOrEmpty)
        {
            yield return RulesReview.Fault(RulesFaultCodes.PipelineEmpty, where, "A pipeline has at least one stage.");
            yield break;
        }

        if (stages.Length > PipelineDefinition.MostStages)
        {
            yield return RulesReview.Fault(RulesFaultCodes.PipelineTooLarge, where, FormattableString.Invariant($"A pipeline has at most {PipelineDefinition.MostStages} stages, but this one has {stages.Length}."));
        }

        if (stages.Any(stage => !stage.Key.IsAssigned))
        {
            yield return RulesReview.Unnamed($"{where}, stage");
        }

        foreach (var stage in stages.Where(stage => stage.Requires.Distinct().Count() != stage.Requires.Length || !stage.Requires.All(Enum.IsDefined)))
        {
            yield return RulesReview.Fault(RulesFaultCodes.ConditionUnclear, $"{where}, stage {stage.Key}", "A stage requires what is defined, each condition once.");
        }

        foreach (var fault in RulesReview.Twice($"{where}, stage", stages.Select(s => s.Key.ToString())))
        {
            yield return fault;
        }
    }

    private static IEnumerable<RulesFault> OverrideFaults(string where, PipelineDefinition pipeline)
    {
        var overrides = pipeline.Overrides;
        for (var i = 0; i < overrides.Length; i++)
        {
            var at = FormattableString.Invariant($"{where}, override {i + 1}");
            if (overrides[i].Requisitions.IsDefaultOrEmpty || overrides[i].Requisitions.Any(requisition => !requisition.IsAssigned))
            {
                yield return RulesReview.Fault(RulesFaultCodes.OverrideUnclear, at, "An override names at least one opening, and each by an assigned id.");
            }

            foreach (var fault in StageFaults(at, overrides[i].Stages))
            {
                yield return fault;
            }
        }

        foreach (var twice in overrides.SelectMany(own => own.Requisitions.IsDefault ? [] : own.Requisitions).GroupBy(requisition => requisition).Where(same => same.Count() > 1))
        {
            yield return RulesReview.Fault(RulesFaultCodes.OverrideUnclear, where, $"An opening has one override, but {twice.Key} is named {twice.Count()} times.");
        }
    }

    private static IEnumerable<RulesFault> ReminderFaults(string where, ImmutableArray<InterviewReminder> reminders)
    {
        if (reminders.IsDefaultOrEmpty)
        {
            return [];
        }

        IEnumerable<RulesFault> faults =
        [
            .. reminders.Where(reminder => !reminder.Key.IsAssigned).Select(_ => RulesReview.Unnamed($"{where}, reminder")),
            .. RulesReview.Twice($"{where}, reminder", reminders.Select(reminder => reminder.Key.ToString())),
        ];
        return reminders.Length <= PipelineDefinition.MostReminders
            ? faults
            : faults.Append(RulesReview.Fault(RulesFaultCodes.CountInvalid, $"{where}, reminders", FormattableString.Invariant($"A pipeline has at most {PipelineDefinition.MostReminders} reminders.")));
    }
}
