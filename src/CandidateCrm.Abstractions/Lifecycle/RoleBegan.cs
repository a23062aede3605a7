using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>A role of the person began: told, or followed from a hire, the end of an onboarding or the end of an employment.</summary>
[WireName("lifecycle.role_began")]
public sealed record RoleBegan : IDerivedEvent
{
    /// <summary>Gets the role.</summary>
    public required PersonRole Role { get; init; }

    /// <summary>Gets the number of the stay in this role, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
