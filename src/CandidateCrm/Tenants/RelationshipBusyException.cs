namespace CandidateCrm.Tenants;

/// <summary>A relationship changed again and again while events were being recorded. Nothing was written; trying again is safe.</summary>
public sealed class RelationshipBusyException : InvalidOperationException
{
    /// <summary>Initializes the exception.</summary>
    public RelationshipBusyException()
    {
    }

    /// <summary>Initializes the exception with a sentence.</summary>
    public RelationshipBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception with a sentence and its cause.</summary>
    public RelationshipBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
