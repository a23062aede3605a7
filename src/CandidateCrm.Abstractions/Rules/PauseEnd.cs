using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>How a pause ended.</summary>
public sealed record PauseEnd
{
    /// <summary>Gets when.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets who ended it; the library itself where its time was up.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets why, in their words; empty where its time was up.</summary>
    [PersonalData]
    public required string Why { get; init; }

    /// <summary>Returns who and when.</summary>
    public override string ToString() => $"PauseEnd by {By} at {At}";
}
