using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Whether an application may move to a stage, and what it may do instead.</summary>
public sealed record MoveDecision
{
    /// <summary>Gets the stage that was asked for.</summary>
    public required StageKey Target { get; init; }

    /// <summary>Gets why it may not: <c>application.stage_unknown</c>, <c>application.move_backward</c>, <c>application.move_skips</c>, <c>application.condition_unmet</c>, <c>application.ended_already</c>, <c>application.removed_already</c> or <c>application.not_submitted</c>; null where it may.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the same in a sentence that says what would be right; null where it may.</summary>
    public string? Sentence { get; init; }

    /// <summary>Gets the condition that is not met; null where another rule refused, or none.</summary>
    public StageCondition? Condition { get; init; }

    /// <summary>Gets the other stages that it may move to now, in the order of the pipeline.</summary>
    public ImmutableArray<StageKey> Permitted { get; init; } = [];

    /// <summary>Gets a value indicating whether it may.</summary>
    public bool IsAllowed => Code is null;
}
