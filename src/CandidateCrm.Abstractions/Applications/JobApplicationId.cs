using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Applications;

/// <summary>Names one application of one candidate for one opening: the host's own text, 1 to 200 characters, without control characters.</summary>
public readonly record struct JobApplicationId : IHostText<JobApplicationId>
{
    private readonly string? _value;

    private JobApplicationId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "application id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static JobApplicationId From(string text) => new(HostText.Id(text, "An application id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out JobApplicationId value)
    {
        value = HostText.IsId(text) ? new JobApplicationId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
