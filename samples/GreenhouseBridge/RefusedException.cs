namespace GreenhouseBridge;

/// <summary>What was asked for cannot be done; the message is the one sentence that says why.</summary>
internal sealed class RefusedException : Exception
{
    public RefusedException(string message)
        : base(message)
    {
    }

    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RefusedException()
    {
    }
}
