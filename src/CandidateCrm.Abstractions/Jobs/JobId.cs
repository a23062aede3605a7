using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Jobs;

/// <summary>Names one job of a tenant, such as <c>rules-carry:7</c>: 1 to 200 characters, without control characters. What is asked for twice has the same name.</summary>
public readonly record struct JobId : IHostText<JobId>
{
    private readonly string? _value;

    private JobId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "job id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static JobId From(string text) => new(HostText.Id(text, "A job id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out JobId value)
    {
        value = HostText.IsId(text) ? new JobId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
