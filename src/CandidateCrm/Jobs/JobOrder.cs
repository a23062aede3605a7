using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>What somebody asks for.</summary>
internal sealed record JobOrder
{
    internal required JobKind Kind { get; init; }

    internal required string Subject { get; init; }

    internal required JobTerms Terms { get; init; }

    internal required Actor By { get; init; }

    internal string Why { get; init; } = string.Empty;

    internal required Instant At
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets before when nothing is done; null for at once.</summary>
    internal Instant? NotBefore { get; init; }

    /// <summary>Gets a value indicating whether a job of that name that is over begins again.</summary>
    internal bool BeginsAgain { get; init; }

    public override string ToString() => $"JobOrder {Kind}";
}
