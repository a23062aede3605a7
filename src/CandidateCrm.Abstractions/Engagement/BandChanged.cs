using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>A score entered another band.</summary>
[WireName("engagement.band_changed")]
public sealed record BandChanged : IDerivedEvent
{
    /// <summary>Gets the score.</summary>
    public required ScoreKey Score { get; init; }

    /// <summary>Gets the band it left; unassigned for the first one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BandKey From { get; init; }

    /// <summary>Gets the band it entered.</summary>
    public required BandKey To { get; init; }

    /// <summary>Gets the number of the change, from 1 on.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Gets a value indicating whether time alone did it; otherwise a touchpoint did.</summary>
    public required bool ByDecay { get; init; }

    /// <summary>Gets a value indicating whether another scoring model did it: its band replaces the one of the model before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ByRules { get; init; }
}
