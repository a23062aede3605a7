using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>The first trace of a candidate, or a further one: where we found them or they found us.</summary>
[WireName("candidate.found")]
public sealed record CandidateFound : IFact
{
    /// <summary>Gets where from.</summary>
    public required SourceCode Source { get; init; }

    /// <summary>Gets what the source was used for; unassigned where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CampaignCode Campaign { get; init; }
}
