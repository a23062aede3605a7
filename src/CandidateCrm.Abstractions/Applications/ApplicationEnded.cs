using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application ended without a hire.</summary>
[WireName("application.ended")]
public sealed record ApplicationEnded : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Gets why. A rejection and a withdrawal need one; without it a finding is noted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
