using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>What a review of a draft found.</summary>
public sealed record RulesReport
{
    /// <summary>Gets everything that keeps the draft from being published; empty for nothing.</summary>
    public required ImmutableArray<RulesFault> Faults { get; init; }

    /// <summary>Gets the position of the log that it was compared with: what to expect when publishing.</summary>
    public required long Position { get; init; }

    /// <summary>Gets the definitions that are new or of other content, in ordinal order.</summary>
    public ImmutableArray<DefinitionName> Changed { get; init; } = [];

    /// <summary>Gets the definitions that are gone, in ordinal order. Running work keeps them.</summary>
    public ImmutableArray<DefinitionName> Removed { get; init; } = [];

    /// <summary>Gets the positions of scheduled entries that publishing now would withdraw.</summary>
    public ImmutableArray<long> Withdrawn { get; init; } = [];

    /// <summary>Gets what the draft would have made of the past of a sample; null where none was asked for or there are faults.</summary>
    public WhatIfReport? WhatIf { get; init; }

    /// <summary>Gets a value indicating whether it could be published.</summary>
    public bool IsClean => Faults.IsEmpty;
}
