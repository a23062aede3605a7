namespace CandidateCrm.Calendars;

/// <summary>A search for open time left the calendar: before its first date or after its last one nothing is open.</summary>
public sealed class NoOpenTimeException : InvalidOperationException
{
    /// <summary>Makes the exception with an ordinary sentence.</summary>
    public NoOpenTimeException()
        : this("The calendar has no such open time.")
    {
    }

    /// <summary>Makes the exception.</summary>
    public NoOpenTimeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    public NoOpenTimeException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal NoOpenTimeException(CalendarLayer layer)
        : base($"The calendar {layer.Calendar} has no such open time between {layer.First:uuuu-MM-dd} and {layer.Last:uuuu-MM-dd}.") =>
        Calendar = layer.Calendar.Key;

    /// <summary>Gets the name of the calendar; unassigned when the exception was made without one.</summary>
    public CalendarKey Calendar { get; }
}
