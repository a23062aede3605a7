using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>How an application ended and when. The default value is <see cref="Open"/>; an end always has its instant, an open one never has.</summary>
public readonly record struct PathOutcome
{
    private PathOutcome(OutcomeKind kind, Instant at, Precision precision)
    {
        Kind = kind;
        At = at;
        Precision = precision;
    }

    /// <summary>Gets the outcome of an application that is still in process.</summary>
    public static PathOutcome Open => default;

    /// <summary>Gets how it stands.</summary>
    public OutcomeKind Kind { get; }

    /// <summary>Gets when it ended; absent while it is open.</summary>
    public Instant? At { get; }

    /// <summary>Gets how well the instant of the end is known.</summary>
    public Precision Precision { get; }

    /// <summary>Makes an end.</summary>
    /// <param name="kind">How it ended.</param>
    /// <param name="at">When; where only the date is known, the start of it in the zone of the path.</param>
    /// <param name="precision">How well the instant is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is <see cref="OutcomeKind.Open"/>, or kind or precision is none of its enumeration.</exception>
    public static PathOutcome Ended(OutcomeKind kind, Instant at, Precision precision = Precision.Instant)
    {
        if (kind is not (OutcomeKind.Hired or OutcomeKind.Rejected or OutcomeKind.Withdrew or OutcomeKind.ClosedOtherwise))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "An end is hired, rejected, withdrew or closed otherwise.");
        }

        return precision is Precision.Instant or Precision.Day
            ? new PathOutcome(kind, at, precision)
            : throw new ArgumentOutOfRangeException(nameof(precision), precision, "An end is known to the instant or to the day.");
    }
}
