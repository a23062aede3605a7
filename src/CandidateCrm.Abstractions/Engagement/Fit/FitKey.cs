using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Engagement;

/// <summary>Names one model of fit, such as <c>dotnet-berlin</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct FitKey : IHostText<FitKey>
{
    private readonly string? _value;

    private FitKey(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "fit key");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static FitKey From(string text) => new(HostText.Code(text, "A fit key"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out FitKey value)
    {
        value = HostText.IsCode(text) ? new FitKey(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
