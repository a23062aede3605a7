using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>What reading the text of a scoring model gave: the model, or everything that is wrong with the text.</summary>
public sealed record ScoringModelReading
{
    /// <summary>Gets the model, which every engine takes; null where there are faults.</summary>
    public required ScoringModel? Model { get; init; }

    /// <summary>Gets the faults, those of the form first and in the order of the text; at most 1,000 are listed. What parts say to each other is judged once every one of them can be read.</summary>
    public required ImmutableArray<ScoringModelFault> Faults { get; init; }
}
