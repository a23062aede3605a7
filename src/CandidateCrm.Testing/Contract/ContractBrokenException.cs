namespace CandidateCrm.Testing;

/// <summary>A contract case did not hold: which, what was expected, and what came.</summary>
public sealed class ContractBrokenException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="contractCase">The sentence that is broken.</param>
    /// <param name="expected">What should have come.</param>
    /// <param name="came">What came.</param>
    /// <param name="innerException">What was thrown, if something was.</param>
    public ContractBrokenException(string contractCase, string expected, string came, Exception? innerException = null)
        : base($"«{contractCase}» does not hold.{Environment.NewLine}Expected: {expected}{Environment.NewLine}Came: {came}", innerException)
    {
        Case = contractCase;
        Expected = expected;
        Came = came;
    }

    /// <summary>Initializes the exception without a case.</summary>
    public ContractBrokenException()
        : this("A contract is not broken.")
    {
    }

    /// <summary>Initializes the exception without a case.</summary>
    public ContractBrokenException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception without a case.</summary>
    public ContractBrokenException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets the sentence that is broken.</summary>
    public string Case { get; } = string.Empty;

    /// <summary>Gets what should have come.</summary>
    public string Expected { get; } = string.Empty;

    /// <summary>Gets what came.</summary>
    public string Came { get; } = string.Empty;
}
