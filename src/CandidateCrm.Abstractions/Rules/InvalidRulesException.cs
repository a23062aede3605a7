using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>Rules have faults; all of them are listed.</summary>
public sealed class InvalidRulesException : InvalidOperationException
{
    /// <summary>Initializes the exception.</summary>
    /// <param name="faults">What is wrong; at least one.</param>
    public InvalidRulesException(ImmutableArray<RulesFault> faults)
        : base(faults.IsDefaultOrEmpty ? "The rules are not valid." : "The rules are not valid:" + string.Concat(faults.Select(f => $"{Environment.NewLine}- {f}"))) =>
        Faults = faults.IsDefault ? [] : faults;

    /// <summary>Initializes the exception without a list.</summary>
    public InvalidRulesException()
        : this([])
    {
    }

    /// <summary>Initializes the exception without a list.</summary>
    public InvalidRulesException(string message)
        : base(message)
    {
    }

    /// <summary>Initializes the exception without a list.</summary>
    public InvalidRulesException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Gets what is wrong.</summary>
    public ImmutableArray<RulesFault> Faults { get; } = [];
}
