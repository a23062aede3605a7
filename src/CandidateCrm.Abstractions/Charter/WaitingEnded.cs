using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>It is our turn again.</summary>
[WireName("charter.waiting_ended")]
public sealed record WaitingEnded : IFact, ICodedFact
{
    /// <summary>Gets the application it belongs to, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobApplicationId Application { get; init; }

    /// <summary>Gets which reason is over.</summary>
    public required PauseReason Reason { get; init; }

    string ICodedFact.Code => Reason.Value;
}
