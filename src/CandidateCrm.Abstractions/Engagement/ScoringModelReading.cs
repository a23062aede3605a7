using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>What reading the text of a scoring model gave: the model, or everything that is wrong with the text.</summary>
public sealed record ScoringModelReading
{
    /// <summary>Gets the model, which every engine takes; null where there are faults.</summary>
    public required ScoringModel? Model { get; init; }

    /// <summary>Gets the faults, those of the form first and in the order of the text, then what the parts that can be read say to each other; at most 1,000 are listed.</summary>
    public required ImmutableArray<ScoringModelFault> Faults { get; init; }

    /// <summary>Returns the model, or throws with every fault.</summary>
    /// <exception cref="InvalidScoringModelException">There are faults.</exception>
    public ScoringModel Required() => Model ?? throw new InvalidScoringModelException(Faults);
}
