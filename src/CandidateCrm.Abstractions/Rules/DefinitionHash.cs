using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Rules;

/// <summary>Names the content of a definition: the SHA-256 of its canonical JSON as 64 lower-case hexadecimal digits.</summary>
public readonly record struct DefinitionHash : IHostText<DefinitionHash>
{
    private const int Digits = 64;

    private readonly string? _value;

    private DefinitionHash(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "definition hash");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static DefinitionHash From(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryFrom(text, out var hash)
            ? hash
            : throw new ArgumentException("A definition hash is 64 lower-case hexadecimal digits.", nameof(text));
    }

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out DefinitionHash value)
    {
        value = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower) ? new DefinitionHash(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
