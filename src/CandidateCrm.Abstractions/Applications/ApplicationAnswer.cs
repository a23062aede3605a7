using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>The answer to a command about an application.</summary>
public sealed record ApplicationAnswer
{
    /// <summary>Gets what became of it.</summary>
    public required AnswerStatus Status { get; init; }

    /// <summary>Gets why it was refused, one of <see cref="Timeline.FindingCodes"/>; null otherwise.</summary>
    public string? Code { get; init; }

    /// <summary>Gets the same in a sentence that says what would be right; null otherwise.</summary>
    public string? Sentence { get; init; }

    /// <summary>Gets the condition of a stage that refused; null where another rule did, or none.</summary>
    public StageCondition? Condition { get; init; }

    /// <summary>Gets the stages that the application might move to instead, where a move was refused.</summary>
    public ImmutableArray<StageKey> PermittedStages { get; init; } = [];

    /// <summary>Gets the reasons that would do instead, where a reason was refused.</summary>
    public ImmutableArray<ReasonCode> PermittedReasons { get; init; } = [];

    /// <summary>Gets the application as it is stored then; null where there is none.</summary>
    public ApplicationState? Application { get; init; }
}
