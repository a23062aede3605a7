using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>How an application ended and when. The default value is <see cref="Open"/>; an end always has its instant, an open one never has.</summary>
public readonly record struct PathOutcome
{
    private PathOutcome(OutcomeKind kind, Instant at)
    {
        Kind = kind;
        At = at;
    }

    /// <summary>Gets the outcome of an application that is still in process.</summary>
    public static PathOutcome Open => default;

    /// <summary>Gets how it stands.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Gets when it ended; absent while it is open.</summary>
    public Instant? At { get; }

    /// <summary>Makes an end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is <see cref="OutcomeKind.Open"/> or none of the enumeration.</exception>
    public static PathOutcome Ended(OutcomeKind kind, Instant at) =>
        kind is OutcomeKind.Hired or OutcomeKind.Rejected or OutcomeKind.Withdrew or OutcomeKind.ClosedOtherwise
            ? new PathOutcome(kind, at)
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "An end is hired, rejected, withdrew or closed otherwise.");
}
