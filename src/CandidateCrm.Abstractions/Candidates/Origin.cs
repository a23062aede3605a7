using NodaTime;

namespace CandidateCrm.Candidates;

/// <summary>One source that a person came from, with the campaign where one was named. What each application came from is kept with the application.</summary>
public readonly record struct Origin
{
    /// <summary>Gets the source.</summary>
    public required SourceCode Source { get; init; }

    /// <summary>Gets the campaign; unassigned for none. The same source with another campaign is another origin.</summary>
    public CampaignCode Campaign { get; init; }

    /// <summary>Gets when the person first came from there.</summary>
    public required Instant FirstAt { get; init; }

    /// <summary>Gets when they last did.</summary>
    public required Instant LastAt { get; init; }

    /// <summary>Gets how often they did: 1 or more.</summary>
    public required int Count { get; init; }
}
