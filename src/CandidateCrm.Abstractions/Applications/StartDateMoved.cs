using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The first day of work of a hire is known, or is another one than was told. Check-ins that are not due yet move with it.</summary>
[WireName("application.start_date_moved")]
public sealed record StartDateMoved : IApplicationFact
{
    /// <summary>Gets the application that led to the hire.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the first day of work, in the tenant's zone.</summary>
    public required LocalDate StartsOn { get; init; }
}
