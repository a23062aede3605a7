using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>A person is not to be approached.</summary>
public sealed record ContactBar
{
    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets why; unassigned where nobody said.</summary>
    public ReasonCode Reason { get; init; }
}
