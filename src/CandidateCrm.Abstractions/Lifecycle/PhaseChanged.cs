using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>The relationship moved to another phase.</summary>
[WireName("lifecycle.phase_changed")]
public sealed record PhaseChanged : IDerivedEvent
{
    /// <summary>Gets the phase it left; unassigned for the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Phase From { get; init; }

    /// <summary>Gets the phase it entered.</summary>
    public required Phase To { get; init; }

    /// <summary>Gets the number of the change, from 1 on.</summary>
    public required int Ordinal { get; init; }
}
