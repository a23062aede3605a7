namespace CandidateCrm.Storage;

/// <summary>Something that is stored changed again and again while it was to be written. Nothing was written; trying again is safe.</summary>
public sealed class BusyException : InvalidOperationException
{
    /// <summary>Initializes the exception with a general sentence.</summary>
    public BusyException()
        : this("What was to be written changed again and again meanwhile. Nothing was written; try again.")
    {
    }

    /// <summary>Initializes the exception with a sentence.</summary>
    public BusyException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with a sentence and its cause.</summary>
    public BusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
