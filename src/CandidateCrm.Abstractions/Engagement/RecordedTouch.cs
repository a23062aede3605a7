using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>A touchpoint, and from when until when it was known: what was told later, or was taken back by then, was no part of an answer.</summary>
public sealed record RecordedTouch
{
    /// <summary>Gets the touchpoint.</summary>
    public required Touch Touch { get; init => field = ScoreBounds.Given(value, "A touchpoint"); }

    /// <summary>Gets when it was recorded; at that very instant it is known.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>Gets when its retraction was recorded; at that very instant it is not known any more. Null where it never was.</summary>
    public Instant? RetractedAt { get; init; }

    /// <summary>Says whether an answer at an instant could build on it: recorded by then, not taken back by then, and not of the future.</summary>
    public bool IsKnownAt(Instant at) => RecordedAt <= at && Touch.OccurredAt <= at && !(RetractedAt <= at);
}
