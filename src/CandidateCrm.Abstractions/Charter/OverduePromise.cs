using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>A promise whose time has passed and that nobody has fulfilled: where the pain is.</summary>
public sealed record OverduePromise
{
    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets the promise.</summary>
    public required Promise Promise { get; init; }

    /// <summary>Gets when it was due.</summary>
    public Instant DueAt => Promise.DueAt!.Value;

    /// <summary>Gets how long it is overdue on the clock on the wall.</summary>
    public required Duration Overdue { get; init; }

    /// <summary>Gets how long it is overdue in open time of its calendar.</summary>
    public required Duration WorkingOverdue { get; init; }
}
