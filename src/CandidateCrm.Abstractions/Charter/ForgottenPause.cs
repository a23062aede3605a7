using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise that has stood still for long.</summary>
public sealed record ForgottenPause
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the promise, with its pauses and the working time that is left.</summary>
    public required Promise Promise { get; init; }

    /// <summary>Gets for how long it has stood still on the clock on the wall.</summary>
    public required Duration Age { get; init; }
}
