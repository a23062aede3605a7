using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>How much the person wants to change the job is another than it was.</summary>
[WireName("candidate.interest_changed")]
public sealed record InterestChanged : IDerivedEvent
{
    /// <summary>Gets what held before.</summary>
    public required InterestLevel From { get; init; }

    /// <summary>Gets what holds now.</summary>
    public required InterestLevel To { get; init; }

    /// <summary>Gets the number of the change, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
