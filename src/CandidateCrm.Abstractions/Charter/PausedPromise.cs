using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise whose time stands still: perhaps a pause that everybody forgot.</summary>
public sealed record PausedPromise
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the promise.</summary>
    public required Promise Promise { get; init; }

    /// <summary>Gets how long it has stood still on the clock on the wall.</summary>
    public required Duration Paused { get; init; }
}
