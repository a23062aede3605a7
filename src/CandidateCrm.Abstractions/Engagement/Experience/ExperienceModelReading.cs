using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>What came of reading a model of experience.</summary>
public sealed record ExperienceModelReading
{
    /// <summary>Gets the model; null where there are faults.</summary>
    public ExperienceModel? Model { get; init; }

    /// <summary>Gets everything that is wrong.</summary>
    public ImmutableArray<ExperienceFault> Faults { get; init; } = [];

    /// <summary>Returns the model, or throws with every fault.</summary>
    /// <exception cref="InvalidExperienceModelException">There are faults.</exception>
    public ExperienceModel Required() => Model ?? throw new InvalidExperienceModelException(Faults);
}
