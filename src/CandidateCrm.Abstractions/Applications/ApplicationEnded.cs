using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application ended without a hire; a hire is told by <see cref="CandidateHired"/>, and this fact cannot say it.</summary>
[WireName("application.ended")]
public sealed record ApplicationEnded : IApplicationFact
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets how it ended: any disposition but <see cref="Disposition.Hired"/>.</summary>
    /// <exception cref="ArgumentException">The disposition is a hire.</exception>
    public required Disposition Disposition
    {
        get;
        init => field = value != Disposition.Hired
            ? value
            : throw new ArgumentException("A hire is told by the fact that the candidate was hired.", nameof(value));
    }

    /// <summary>Gets why. Dispositions that need a reason are noted as a finding without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }
}
