using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm;

/// <summary>A thing that a person has to do.</summary>
public sealed record RecruiterTask
{
    /// <summary>Gets whom it is about.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets its name, the same at every repeat.</summary>
    public required EffectKey Key { get; init; }

    /// <summary>Gets what and why.</summary>
    public required OpenTask Task { get; init; }
}
