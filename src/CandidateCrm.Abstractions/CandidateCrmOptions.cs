namespace CandidateCrm;

/// <summary>What the process needs to know before it begins.</summary>
public sealed class CandidateCrmOptions
{
    /// <summary>Gets or sets the name of the template whose rules new tenants start with.</summary>
    public string? StartTemplate { get; set; }
}
