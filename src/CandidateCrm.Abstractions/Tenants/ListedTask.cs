using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>A task that somebody still has to do, in a list.</summary>
public sealed record ListedTask
{
    /// <summary>Gets whom it is about.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the task: its name, what is to be done, and since when.</summary>
    public required WantedTask Task { get; init; }

    /// <summary>Gets how long ago it was wanted.</summary>
    public required Duration Age { get; init; }
}
