using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The model of experience has faults; the message and <see cref="Faults"/> name all of them.</summary>
public sealed class InvalidExperienceModelException : ArgumentException
{
    /// <summary>Makes the exception without faults.</summary>
    public InvalidExperienceModelException()
        : this("The model of experience is not valid.")
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidExperienceModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidExperienceModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for these faults.</summary>
    public InvalidExperienceModelException(ImmutableArray<ExperienceFault> faults)
        : base("The model of experience is not valid. " + string.Join(" ", faults.Select(fault => fault.ToString()))) => Faults = faults;

    /// <summary>Gets every fault, in the order in which the model is read.</summary>
    public ImmutableArray<ExperienceFault> Faults { get; } = [];
}
