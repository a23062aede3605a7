using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>What a manifest and its documents gave: rules of all definitions that this version can read, and which it had to leave out.</summary>
public sealed record RulesReading
{
    /// <summary>Gets the rules without the definitions that were left out; null where the settings themselves cannot be had. They have no faults of their own.</summary>
    public CrmRules? Rules { get; init; }

    /// <summary>Gets everything that is wrong; empty where the rules are complete.</summary>
    public required ImmutableArray<RulesFault> Faults { get; init; }

    /// <summary>
    /// Gets the definitions that are not in the rules. Nothing stands in for them but the order: where the first pipeline is left out, the next
    /// one serves applications that name none, so a caller to whom that matters looks here before it goes on.
    /// </summary>
    public required ImmutableArray<LeftOutDefinition> LeftOut { get; init; }

    /// <summary>Gets a value indicating whether nothing was left out and nothing is wrong.</summary>
    public bool IsComplete => Rules is not null && Faults.IsEmpty;
}
