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
}
