using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Decides which moves a pipeline permits. Pure: the fold reports what breaks its rules, and a command that would is refused by it.</summary>
public static class PipelineEngine
{
    private static readonly ConditionalWeakTable<PipelineDefinition, StateMachineDefinition<StageKey, StageKey, ApplicationState>> Machines = [];

    /// <summary>Decides whether an application may move to a stage of its pipeline, as that is for its opening; a refusal is a value with a code.</summary>
    /// <param name="pipeline">The pipeline of the application.</param>
    /// <param name="state">The application as it stands.</param>
    /// <param name="target">The stage. One that it is in already is entered again.</param>
    /// <exception cref="ArgumentException">The stage is not assigned.</exception>
    public static MoveDecision Decide(PipelineDefinition pipeline, ApplicationState state, StageKey target)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(state);
        if (!target.IsAssigned)
        {
            throw new ArgumentException("The stage that is asked for must be assigned.", nameof(target));
        }

        var own = pipeline.For(state.Requisition);
        var (code, condition) = Broken(own, state, target);
        return new MoveDecision
        {
            Target = target,
            Code = code,
            Condition = condition,
            Sentence = code is null ? null : MoveWords.Of(own, state, target, code, condition),
            Permitted = [.. own.Stages.Select(stage => stage.Key).Where(stage => stage != state.Stage && stage != target && Broken(own, state, stage).Code is null)],
        };
    }

    /// <summary>
    /// Gets a pipeline as a machine, for drawing, inspecting and explaining: its triggers are the stages that are asked for. For an opening with stages of
    /// its own, ask for the machine of <see cref="PipelineDefinition.For"/>. Compiled once for each definition and kept as long as that lives.
    /// </summary>
    /// <exception cref="StateMachineFaultsException">The pipeline has no stage, or a stage twice.</exception>
    /// <exception cref="ArgumentException">The pipeline has more than <see cref="PipelineDefinition.MostStages"/> stages.</exception>
    public static StateMachineDefinition<StageKey, StageKey, ApplicationState> MachineOf(PipelineDefinition pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        return Machines.TryGetValue(pipeline, out var machine) ? machine : Machines.GetValue(pipeline, PipelineCompiler.Compile);
    }

    /// <summary>Draws a pipeline as it is for the opening of an application as a Mermaid state diagram; the stages that the application visited stand out.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="state">The application.</param>
    /// <param name="visits">Where it was, in order; what the state knows where none are given. A stage that the pipeline does not have is left out.</param>
    public static string Draw(PipelineDefinition pipeline, ApplicationState state, params IReadOnlyList<StageVisit> visits)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(visits);
        var own = pipeline.For(state.Requisition);
        var known = visits.Count > 0 ? visits : state.Visits;
        ImmutableArray<StageKey> path = [.. known.Select(visit => visit.Stage).Where(stage => own.IndexOf(stage) >= 0)];
        return MachineOf(own).ToMermaid(path);
    }

    private static (string? Code, StageCondition? Condition) Broken(PipelineDefinition own, ApplicationState state, StageKey target)
    {
        if (state.Status is not (ApplicationStatus.Live or ApplicationStatus.Prospect))
        {
            return (ApplicationBirth.CodeOf(state.Status), null);
        }

        var place = own.IndexOf(target);
        if (place < 0)
        {
            return (FindingCodes.StageUnknown, null);
        }

        if (MoveRules.OrderBroken(own, state, place) is { } code)
        {
            return (code, null);
        }

        return MoveRules.Unmet(own.Stages[place], state) is { } condition ? (FindingCodes.ConditionUnmet, condition) : (null, null);
    }
}
