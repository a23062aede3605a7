using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The person took a role: advocate, client, one of the host's own, or employee or alumni where the library was told of no hire. Onboarding follows from a hire and is not taken.</summary>
[WireName("lifecycle.role_taken")]
public sealed record RoleTaken : IFact
{
    /// <summary>Gets the role.</summary>
    public required PersonRole Role { get; init; }
}
