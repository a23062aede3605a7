using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>How a bundle is exported.</summary>
public sealed record BundleTerms
{
    /// <summary>Gets up to when time passes: events after it are left out. Null for now.</summary>
    public Instant? Horizon { get; init; }

    /// <summary>Gets a value indicating whether the host's ids and the attributes of custom facts stay as they are; false by default. Personal parts are never exported.</summary>
    public bool KeepsIds { get; init; }
}
