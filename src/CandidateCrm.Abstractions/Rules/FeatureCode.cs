using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Rules;

/// <summary>Names a feature that can be switched, such as <c>charter</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct FeatureCode : IHostText<FeatureCode>
{
    private readonly string? _value;

    private FeatureCode(string value) => _value = value;

    /// <summary>Gets the feature that keeps applications.</summary>
    public static FeatureCode Applications { get; } = new("applications");

    /// <summary>Gets the feature that moves phases.</summary>
    public static FeatureCode Lifecycle { get; } = new("lifecycle");

    /// <summary>Gets the feature that keeps scores.</summary>
    public static FeatureCode Engagement { get; } = new("engagement");

    /// <summary>Gets the feature that keeps promises.</summary>
    public static FeatureCode Charter { get; } = new("charter");

    /// <summary>Gets all features that can be switched, in ordinal order.</summary>
    public static ImmutableArray<FeatureCode> All { get; } = [Applications, Charter, Engagement, Lifecycle];

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "feature");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static FeatureCode From(string text) => new(HostText.Code(text, "A feature"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out FeatureCode value)
    {
        value = HostText.IsCode(text) ? new FeatureCode(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
