namespace Quickstart.Import;

/// <summary>Nothing can be imported; the message is the one sentence that says why.</summary>
internal sealed class ImportException : Exception
{
    public ImportException(string message)
        : base(message)
    {
    }

    public ImportException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public ImportException()
    {
    }
}
