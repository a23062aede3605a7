using System.Collections.Immutable;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Lifecycle;

/// <summary>The onboarding of one hire.</summary>
public sealed record Onboarding
{
    /// <summary>Gets the application that led to the hire.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the number of the hire on this application, from 1 on: more than 1 where a hire was taken back and told again.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Gets when the hire was made.</summary>
    public required Instant HiredAt { get; init; }

    /// <summary>Gets the first day of work; null where it is not known.</summary>
    public LocalDate? StartsOn { get; init; }

    /// <summary>Gets the check-ins that have not been due yet, in the order of their days.</summary>
    public ImmutableArray<OnboardingCheckIn> CheckIns { get; init; } = [];

    /// <summary>Gets after how many days it is over; null where no first day of work was ever told, or nothing runs. It is of the plan that the first such day found.</summary>
    public int? OverAfterDays { get; init; }

    /// <summary>Gets when it is over; null where no first day of work is known, or nothing runs.</summary>
    public Instant? OverAt { get; init; }

    /// <summary>Gets where it stands.</summary>
    public OnboardingStatus Status { get; init; }

    /// <summary>Gets a value indicating whether the person was an alumna or alumnus until this hire, and is again where it is taken back.</summary>
    public bool WasAlumni { get; init; }
}
