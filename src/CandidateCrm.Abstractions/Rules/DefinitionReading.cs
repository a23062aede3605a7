using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>What reading the text of a definition gave: the definition, or everything that is wrong with the text.</summary>
public sealed record DefinitionReading
{
    /// <summary>Gets the definition; null where there are faults.</summary>
    public Definition? Definition { get; init; }

    /// <summary>
    /// Gets the faults, in the order of the text; at most 1,000 are listed. What members say to each other is judged once every one of them can be read.
    /// </summary>
    public required ImmutableArray<RulesFault> Faults { get; init; }
}
