using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>What came of reading a model of fit.</summary>
public sealed record FitReading
{
    /// <summary>Gets the model; null where there are faults.</summary>
    public FitModel? Model { get; init; }

    /// <summary>Gets everything that is wrong.</summary>
    public ImmutableArray<FitFault> Faults { get; init; } = [];

    /// <summary>Returns the model, or throws with every fault.</summary>
    /// <exception cref="InvalidFitModelException">There are faults.</exception>
    public FitModel Required() => Model ?? throw new InvalidFitModelException(Faults);
}
