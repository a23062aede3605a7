using NodaTime;

namespace CandidateCrm.Candidates;

/// <summary>
/// What holds back whatever we would do for a person, or say to them, whether there is a lifecycle or not. What it means for each feature is one table on
/// the page of the lifecycle.
/// </summary>
public sealed record CandidateHolds
{
    /// <summary>Gets that nothing is held back.</summary>
    public static CandidateHolds None { get; } = new();

    /// <summary>Gets when what was known of the person was erased; null where it was not.</summary>
    public Instant? ErasedAt { get; init; }

    /// <summary>Gets the candidate under whom the person goes on; unassigned where that is this one.</summary>
    public CandidateId MergedInto { get; init; }

    /// <summary>Gets since when the person is not to be contacted; null where they may be.</summary>
    public Instant? BarredSince { get; init; }

    /// <summary>Gets until when the person is set aside; null where they are not. It may have passed.</summary>
    public Instant? AwayUntil { get; init; }

    /// <summary>Gets a value indicating whether nothing is promised, watched, reminded or answered under this id: the person was erased, or goes on under another one.</summary>
    public bool IsClosed => ErasedAt is not null || MergedInto.IsAssigned;
}
