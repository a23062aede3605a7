using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The scoring model has faults; the message and <see cref="Faults"/> name all of them.</summary>
public sealed class InvalidScoringModelException : ArgumentException
{
    /// <summary>Makes the exception without faults.</summary>
    public InvalidScoringModelException()
        : this("The scoring model is not valid.")
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidScoringModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidScoringModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for these faults.</summary>
    public InvalidScoringModelException(ImmutableArray<ScoringModelFault> faults)
        : base("The scoring model is not valid. " + string.Join(" ", faults.Select(fault => fault.ToString()))) => Faults = faults;

    /// <summary>Gets every fault, in the order in which the model is read.</summary>
    public ImmutableArray<ScoringModelFault> Faults { get; } = [];
}
