using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Whether the person looks for another job changed. From passive to active is the one that recruiters wait for.</summary>
[WireName("candidate.availability_changed")]
public sealed record AvailabilityChanged : IDerivedEvent
{
    /// <summary>Gets what held before.</summary>
    public required Availability From { get; init; }

    /// <summary>Gets what holds now.</summary>
    public required Availability To { get; init; }

    /// <summary>Gets the number of the change, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
