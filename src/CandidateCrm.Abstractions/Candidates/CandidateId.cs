using System.Diagnostics.CodeAnalysis;

namespace CandidateCrm.Candidates;

/// <summary>Names one candidate: the host's own text, 1 to 200 characters, without control characters.</summary>
public readonly record struct CandidateId : IHostText<CandidateId>
{
    private readonly string? _value;

    private CandidateId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "candidate id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static CandidateId From(string text) => new(HostText.Id(text, "A candidate id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out CandidateId value)
    {
        value = HostText.IsId(text) ? new CandidateId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
