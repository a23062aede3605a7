using System.Diagnostics.CodeAnalysis;

namespace CandidateCrm.Candidates;

/// <summary>Says where something came from, such as <c>careers-site</c> or <c>referral</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct SourceCode : IHostText<SourceCode>
{
    private readonly string? _value;

    private SourceCode(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "source code");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static SourceCode From(string text) => new(HostText.Code(text, "A source code"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out SourceCode value)
    {
        value = HostText.IsCode(text) ? new SourceCode(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
