using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>It is time to ask somebody who was hired how they are. A task for a recruiter comes with it.</summary>
[WireName("lifecycle.check_in_due")]
public sealed record OnboardingCheckInDue : IDerivedEvent
{
    /// <summary>Gets the application that led to the hire.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the day, counted from the first day of work; negative before it.</summary>
    public required int Day { get; init; }

    /// <summary>Gets the date.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the number of the hire on this application, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
