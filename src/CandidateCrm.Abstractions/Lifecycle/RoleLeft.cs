using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The person left a role. Onboarding and employee end with the employment, by <see cref="EmploymentEnded"/>, and are not left.</summary>
[WireName("lifecycle.role_left")]
public sealed record RoleLeft : IFact
{
    /// <summary>Gets the role.</summary>
    public required PersonRole Role { get; init; }
}
