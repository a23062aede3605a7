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

    /// <summary>
    /// Gets how many facts of a timeline told nothing new, such as a second submission of one application, so that no score counts them; 0 where touchpoints are given by
    /// the host.
    /// </summary>
    public int NothingNew { get; init; }

    /// <summary>Gets how many facts of a timeline, up to the instant asked for, were taken back; 0 where touchpoints are given by the host.</summary>
    public int TakenBack { get; init; }
}
