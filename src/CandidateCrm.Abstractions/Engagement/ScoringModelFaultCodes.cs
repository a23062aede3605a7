namespace CandidateCrm.Engagement;

/// <summary>The stable codes of what can be wrong with a scoring model.</summary>
public static class ScoringModelFaultCodes
{
    /// <summary>A number or a name is outside its bounds; only a builder reports it, the records refuse it at once.</summary>
    public const string OutOfBounds = "score.out_of_bounds";

    /// <summary>The model has no signal, or more than 256.</summary>
    public const string SignalCount = "score.signal_count";

    /// <summary>Two signals name the same kind of touchpoint.</summary>
    public const string SignalRepeated = "score.signal_repeated";

    /// <summary>Two groups bear the same name.</summary>
    public const string GroupRepeated = "score.group_repeated";

    /// <summary>A signal names a group that the model does not have.</summary>
    public const string GroupUnknown = "score.group_unknown";

    /// <summary>The floor lies above the ceiling.</summary>
    public const string FloorAboveCeiling = "score.floor_above_ceiling";

    /// <summary>Two bands bear the same name.</summary>
    public const string BandRepeated = "score.band_repeated";

    /// <summary>The lowest band has a threshold.</summary>
    public const string LowestBandThreshold = "score.lowest_band_threshold";

    /// <summary>A band above the lowest has no score at which it is entered.</summary>
    public const string BandEnterMissing = "score.band_enter_missing";

    /// <summary>A band is entered at the same score as the band below it, or at a lower one.</summary>
    public const string BandOrder = "score.band_order";

    /// <summary>Of models that are compared, two bear the same key and version.</summary>
    public const string ModelRepeated = "score.model_repeated";

    /// <summary>A band is left below a score that lies above the one at which it is entered.</summary>
    public const string BandExit = "score.band_exit";
}
