using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Names a kind of custom fact of the host, such as <c>badge.printed</c>, a field of one, or a recorded attribute: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct FactCode : IHostText<FactCode>
{
    private readonly string? _value;

    private FactCode(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "fact code");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static FactCode From(string text) => new(HostText.Code(text, "A fact code"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out FactCode value)
    {
        value = HostText.IsCode(text) ? new FactCode(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
