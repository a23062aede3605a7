namespace CandidateCrm.Timeline;

/// <summary>An event came with the id of another one and a different rule part: the first won, this one was not recorded.</summary>
[WireName("timeline.event_id_reused")]
public sealed record EventIdReused : IAct
{
    /// <summary>Gets the id that was used twice.</summary>
    public required EventId Reused { get; init; }
}
