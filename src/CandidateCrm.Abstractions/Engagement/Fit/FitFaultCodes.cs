namespace CandidateCrm.Engagement;

/// <summary>What can be wrong with a model of fit. What is wrong with the rule of a criterion has a code of <see cref="Segments.SegmentFaultCodes"/>.</summary>
public static class FitFaultCodes
{
    /// <summary>There are no criteria, or more than 100.</summary>
    public const string CriterionCount = "fit.criterion_count";

    /// <summary>More than one criterion bears a name.</summary>
    public const string CriterionRepeated = "fit.criterion_repeated";

    /// <summary>There are more than 20 bands.</summary>
    public const string BandCount = "fit.band_count";

    /// <summary>More than one band bears a name.</summary>
    public const string BandRepeated = "fit.band_repeated";

    /// <summary>The lowest band says where it begins, or another one does not.</summary>
    public const string BandFrom = "fit.band_from";

    /// <summary>A band does not begin above the one below it.</summary>
    public const string BandOrder = "fit.band_order";

    /// <summary>The matrix names a pair more than once.</summary>
    public const string CellRepeated = "fit.cell_repeated";

    /// <summary>The matrix names a band of fit that the model does not have.</summary>
    public const string CellBandUnknown = "fit.cell_band_unknown";

    /// <summary>There is a matrix, and no score whose bands it names.</summary>
    public const string ScoreMissing = "fit.score_missing";

    /// <summary>A rule refers to a segment, though nobody says who is in it where the model is asked.</summary>
    public const string SegmentReference = "fit.segment_reference";

    /// <summary>The rules have no score of the name that the model says.</summary>
    public const string ScoreUnknown = "fit.score_unknown";

    /// <summary>The matrix names a band of engagement that the score does not have.</summary>
    public const string CellEngagementUnknown = "fit.cell_engagement_unknown";
}
