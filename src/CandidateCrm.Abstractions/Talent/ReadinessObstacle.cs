using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>One thing that stands against hiring somebody now.</summary>
public sealed record ReadinessObstacle
{
    /// <summary>Gets what: one of <see cref="ReadinessCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets until when, where time alone takes it away; null where only a fact does.</summary>
    public Instant? Until { get; init; }

    /// <summary>Gets the application that it is about; unassigned where it is about none.</summary>
    public JobApplicationId Application { get; init; }
}
