using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Names one import or delivery of facts, so that it can be taken back as a whole: the host's own text, 1 to 200 characters, without control characters.</summary>
public readonly record struct BatchId : IHostText<BatchId>
{
    private readonly string? _value;

    private BatchId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "batch id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static BatchId From(string text) => new(HostText.Id(text, "A batch id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out BatchId value)
    {
        value = HostText.IsId(text) ? new BatchId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
