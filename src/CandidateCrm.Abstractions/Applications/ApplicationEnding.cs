using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How, why and when an application ended.</summary>
public sealed record ApplicationEnding
{
    /// <summary>Gets how.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Gets why, where it was told: the latest reason that was told with this disposition.</summary>
    public ReasonCode Reason { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets what it was before: live, a draft, abandoned or a prospect, and is again where the ending is taken back.</summary>
    public ApplicationStatus From { get; init; }

    /// <summary>Gets what the candidate knows of it. It begins anew with each ending, so that what was said before one, at the same instant too, is no word about it.</summary>
    public EndingNews News { get; init; }

    /// <summary>Gets a value indicating whether it is a rejection that nobody answers for: what would follow to the candidate waits until a person is named by <see cref="ApplicationReviewed"/>.</summary>
    public bool AwaitsPerson { get; init; }
}
