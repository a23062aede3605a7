using CandidateCrm.Lifecycle;

namespace CandidateCrm.Applications;

/// <summary>Turns a pipeline into a machine: one rule for each two stages between which a move is ever permitted.</summary>
internal static class PipelineCompiler
{
    private const int LongestName = 64;

    internal static StateMachineDefinition<StageKey, StageKey, ApplicationState> Compile(PipelineDefinition pipeline)
    {
        if (pipeline.Stages.Length > PipelineDefinition.MostStages)
        {
            throw new ArgumentException($"A pipeline has at most {PipelineDefinition.MostStages} stages.", nameof(pipeline));
        }

        var builder = StateMachine.DefineKeyed<StageKey, StageKey, ApplicationState>($"pipeline {pipeline.Key}");
        builder.Knows(pipeline.Stages.Select(stage => stage.Key));
        foreach (var stage in pipeline.Stages.Take(1))
        {
            builder.StartsIn(stage.Key);
        }

        foreach (var stage in pipeline.Stages)
        {
            builder.Configure(stage.Key);
        }

        for (var from = 0; from < pipeline.Stages.Length; from++)
        {
            Configure(builder, pipeline, from);
        }

        return builder.Build();
    }

    private static void Configure(StateMachineBuilder<StageKey, StageKey, ApplicationState> builder, PipelineDefinition pipeline, int from)
    {
        var state = builder.Configure(pipeline.Stages[from].Key);
        for (var target = 0; target < pipeline.Stages.Length; target++)
        {
            if (target >= from || pipeline.AllowsBackward)
            {
                Permit(state, pipeline, from, target);
            }
        }

        if (pipeline.Stages.Length == 1 || (!pipeline.AllowsBackward && from == pipeline.Stages.Length - 1))
        {
            state.Terminal();
        }
    }

    private static void Permit(StateConfiguration<StageKey, StageKey, ApplicationState> state, PipelineDefinition pipeline, int from, int target)
    {
        var stage = pipeline.Stages[target];
        var skips = !pipeline.AllowsSkipping && target > from + 1;
        var guard = skips || !stage.Requires.IsEmpty ? Guard(pipeline, stage, target, skips) : null;
        if (from == target && guard is null)
        {
            state.PermitReentry(stage.Key);
        }
        else if (from == target)
        {
            state.PermitReentryIf(stage.Key, guard!);
        }
        else if (guard is null)
        {
            state.Permit(stage.Key, stage.Key);
        }
        else
        {
            state.PermitIf(stage.Key, stage.Key, guard);
        }
    }

    private static NamedGuard<ApplicationState> Guard(PipelineDefinition pipeline, Stage stage, int target, bool skips)
    {
        var conditions = stage.Requires.Order().ToArray();
        var names = conditions.Select(StageConditions.Code);
        var words = conditions.Select(StageConditions.Words);
        var name = string.Join('.', skips ? names.Prepend("not-skipping") : names);
        return new NamedGuard<ApplicationState>
        {
            // One name stands for one condition, so that a short one is made of all that is in it.
            Name = name.Length <= LongestName ? name : $"conditions-{string.Join('-', conditions.Select(condition => (int)condition))}{(skips ? "-not-skipping" : string.Empty)}",
            Description = string.Join(" and ", skips ? words.Prepend("every stage before it was reached") : words),
            Predicate = (in ApplicationState application) =>
                (!skips || MoveRules.FurthestOf(pipeline, application) >= target - 1) && MoveRules.Unmet(stage, application) is null,
        };
    }
}
