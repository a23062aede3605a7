using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>The answer to something that was to be published.</summary>
public sealed record PublishOutcome
{
    /// <summary>Gets what became of it.</summary>
    public required PublishStatus Status { get; init; }

    /// <summary>Gets the position of the last entry of the log, after this.</summary>
    public required long Position { get; init; }

    /// <summary>Gets why it was refused; empty otherwise.</summary>
    public ImmutableArray<RulesFault> Faults { get; init; } = [];

    /// <summary>Gets the positions that were still to come and are withdrawn by this; empty where nothing was written.</summary>
    public ImmutableArray<long> Withdrawn { get; init; } = [];

    /// <summary>Returns status, position and faults.</summary>
    public override string ToString() => Status switch
    {
        PublishStatus.PositionConflict => FormattableString.Invariant($"PositionConflict: the log is at position {Position}. Read it, and decide again."),
        PublishStatus.Refused => $"Refused: {string.Join(' ', Faults)}",
        _ => FormattableString.Invariant($"{Status} at position {Position}") + (Withdrawn.IsEmpty ? string.Empty : $", withdrawn {string.Join(", ", Withdrawn)}"),
    };
}
