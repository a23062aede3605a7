using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>It is not our turn: we wait for the candidate, or the candidate asked for a delay. Promises stand still where their expectation says so.</summary>
[WireName("charter.waiting_began")]
public sealed record WaitingBegan : IFact, ICodedFact
{
    /// <summary>Gets the application it belongs to, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobApplicationId Application { get; init; }

    /// <summary>Gets why.</summary>
    public required PauseReason Reason { get; init; }

    string ICodedFact.Code => Reason.Value;
}
