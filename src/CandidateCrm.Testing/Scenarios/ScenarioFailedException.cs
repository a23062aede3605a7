namespace CandidateCrm.Testing;

/// <summary>A scenario did not end as it says: what was expected, what came, and what the CRM holds.</summary>
public sealed class ScenarioFailedException : Exception
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="expected">What should hold.</param>
    /// <param name="came">What holds.</param>
    /// <param name="holds">All that the CRM holds, line by line.</param>
    public ScenarioFailedException(string expected, string came, IEnumerable<string> holds)
        : base($"Expected: {expected}{Environment.NewLine}Came: {came}{Environment.NewLine}The CRM holds:{string.Concat(holds.Select(line => $"{Environment.NewLine}- {line}"))}")
    {
        Expected = expected;
        Came = came;
    }

    /// <summary>Initializes the exception without details.</summary>
    public ScenarioFailedException()
        : this("The scenario did not end as it says.")
    {
    }

    /// <summary>Initializes the exception without details.</summary>
    public ScenarioFailedException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception without details.</summary>
    public ScenarioFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets what should hold.</summary>
    public string Expected { get; } = string.Empty;

    /// <summary>Gets what holds.</summary>
    public string Came { get; } = string.Empty;
}
