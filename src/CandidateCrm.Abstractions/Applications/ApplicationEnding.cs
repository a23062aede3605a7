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
}
