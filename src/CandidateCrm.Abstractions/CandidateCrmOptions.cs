using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm;

/// <summary>What the process needs to know before it begins.</summary>
public sealed class CandidateCrmOptions
{
    /// <summary>Gets or sets the name of the template whose rules new tenants start with.</summary>
    public string? StartTemplate { get; set; }

    /// <summary>Gets or sets how far the features of new tenants go: <see cref="Mode.Observe"/> by default, so that nothing is handed over before somebody has looked.</summary>
    public Mode StartMode { get; set; } = Mode.Observe;

    /// <summary>Gets or sets from when on effects of new tenants are handed over, where they start live; null for the instant at which a tenant is first seen.</summary>
    public Instant? StartEffectsFrom { get; set; }
}
