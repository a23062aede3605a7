using System.Diagnostics.CodeAnalysis;

namespace CandidateCrm.Candidates;

/// <summary>Names what a source was used for, such as <c>spring-fair</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct CampaignCode : IHostText<CampaignCode>
{
    private readonly string? _value;

    private CampaignCode(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "campaign");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static CampaignCode From(string text) => new(HostText.Code(text, "A campaign"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out CampaignCode value)
    {
        value = HostText.IsCode(text) ? new CampaignCode(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
