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

    /// <summary>Gets the candidate's profile as the directory has it at this moment; null without a directory, or where it knows nobody of that id.</summary>
    [PersonalData]
    public CandidateProfile? Profile { get; init; }

    /// <summary>Returns whom it is about and its name.</summary>
    public override string ToString() => $"RecruiterTask {Key} of {Relationship}";
}
