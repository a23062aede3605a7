using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The candidate chose none of the dates in time.</summary>
[WireName("interview.booking_lapsed")]
public sealed record InterviewBookingLapsed : IDerivedEvent
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the interview.</summary>
    public required InterviewId Interview { get; init; }

    /// <summary>Gets until when the candidate could choose.</summary>
    public required Instant Until { get; init; }

    /// <summary>Gets which dates they were: their number, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
