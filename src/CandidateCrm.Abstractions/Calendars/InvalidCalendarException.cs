using System.Collections.Immutable;

namespace CandidateCrm.Calendars;

/// <summary>The definition of a calendar has faults; the message and <see cref="Faults"/> name all of them.</summary>
public sealed class InvalidCalendarException : ArgumentException
{
    /// <summary>Makes the exception without faults.</summary>
    public InvalidCalendarException()
        : this("The calendar is not valid.")
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidCalendarException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception without faults.</summary>
    public InvalidCalendarException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for these faults.</summary>
    public InvalidCalendarException(ImmutableArray<CalendarFault> faults)
        : base("The calendar is not valid. " + string.Join(" ", faults.Select(fault => $"[{fault.Code}] {fault.Sentence}"))) => Faults = faults;

    /// <summary>Gets every fault, in the order in which the definition is read.</summary>
    public ImmutableArray<CalendarFault> Faults { get; } = [];
}
