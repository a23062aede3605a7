using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Names a user of the host, such as a recruiter: the host's own text, 1 to 200 characters, without control characters. Never a candidate.</summary>
public readonly record struct PersonId : IHostText<PersonId>
{
    private readonly string? _value;

    private PersonId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "person id");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static PersonId From(string text) => new(HostText.Id(text, "A person id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out PersonId value)
    {
        value = HostText.IsId(text) ? new PersonId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
