using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Engagement;

/// <summary>Names one criterion of fit, such as <c>knows-dotnet</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct FitCriterionKey : IHostText<FitCriterionKey>
{
    private readonly string? _value;

    private FitCriterionKey(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "criterion key");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static FitCriterionKey From(string text) => new(HostText.Code(text, "A criterion key"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out FitCriterionKey value)
    {
        value = HostText.IsCode(text) ? new FitCriterionKey(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
