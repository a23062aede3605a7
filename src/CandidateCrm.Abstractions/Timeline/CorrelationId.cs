using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Ties together what belongs to one operation or thread of the host: the host's own text, 1 to 200 characters, without control characters.</summary>
public readonly record struct CorrelationId : IHostText<CorrelationId>
{
    private readonly string? _value;

    private CorrelationId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "correlation id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static CorrelationId From(string text) => new(HostText.Id(text, "A correlation id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out CorrelationId value)
    {
        value = HostText.IsId(text) ? new CorrelationId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
