using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Nobody is to approach the person any more: do not contact. It never ends by itself.</summary>
[WireName("candidate.contact_barred")]
public sealed record ContactBarred : IFact
{
    /// <summary>Gets why, as a code; unassigned where nobody said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
