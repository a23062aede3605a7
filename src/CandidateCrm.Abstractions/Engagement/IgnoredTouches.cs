namespace CandidateCrm.Engagement;

/// <summary>How many touchpoints did not count, each under the first reason that applies.</summary>
public sealed record IgnoredTouches
{
    /// <summary>Gets how many repeated an id with the same content.</summary>
    public required int RepeatedId { get; init; }

    /// <summary>Gets how many lie after the instant asked for.</summary>
    public required int AfterInstant { get; init; }

    /// <summary>Gets how many are of a kind that the model does not name.</summary>
    public required int UnknownKind { get; init; }
}
