using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>The rule has faults; the message and <see cref="Faults"/> name all of them.</summary>
public sealed class InvalidSegmentException : ArgumentException
{
    /// <summary>Makes the exception without faults.</summary>
    public InvalidSegmentException()
        : this("The rule is not valid.")
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidSegmentException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidSegmentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for these faults.</summary>
    public InvalidSegmentException(ImmutableArray<SegmentFault> faults)
        : base("The rule is not valid. " + string.Join(" ", faults.Select(fault => fault.ToString()))) => Faults = faults;

    /// <summary>Gets every fault, in the order in which the rule is read.</summary>
    public ImmutableArray<SegmentFault> Faults { get; } = [];
}
