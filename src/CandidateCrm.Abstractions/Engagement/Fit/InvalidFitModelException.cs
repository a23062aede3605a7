using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The model of fit has faults; the message and <see cref="Faults"/> name all of them.</summary>
public sealed class InvalidFitModelException : ArgumentException
{
    /// <summary>Makes the exception without faults.</summary>
    public InvalidFitModelException()
        : this("The model of fit is not valid.")
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidFitModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidFitModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for these faults.</summary>
    public InvalidFitModelException(ImmutableArray<FitFault> faults)
        : base("The model of fit is not valid. " + string.Join(" ", faults.Select(fault => fault.ToString()))) => Faults = faults;

    /// <summary>Gets every fault, in the order in which the model is read.</summary>
    public ImmutableArray<FitFault> Faults { get; } = [];
}
