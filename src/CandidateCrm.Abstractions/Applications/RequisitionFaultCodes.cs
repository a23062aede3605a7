namespace CandidateCrm.Applications;

/// <summary>The codes of what is wrong with a requisition or a command to one. They never change.</summary>
public static class RequisitionFaultCodes
{
    /// <summary>The requisition has no name.</summary>
    public const string NameMissing = "requisition.name_missing";

    /// <summary>There is no such requisition.</summary>
    public const string Unknown = "requisition.unknown";

    /// <summary>It was saved by somebody else since it was read.</summary>
    public const string Changed = "requisition.changed";

    /// <summary>The number of openings is below 0.</summary>
    public const string OpeningsNegative = "requisition.openings_negative";

    /// <summary>The number of filled openings is below 0.</summary>
    public const string FilledNegative = "requisition.filled_negative";

    /// <summary>More openings are filled than there are.</summary>
    public const string OpeningsBelowFilled = "requisition.openings_below_filled";

    /// <summary>There is no date from which on people are sought, or one that no requisition has.</summary>
    public const string OpenedOnMissing = "requisition.opened_on_missing";

    /// <summary>The target date is before the date of opening.</summary>
    public const string TargetBeforeOpening = "requisition.target_before_opening";

    /// <summary>The forecast has too many rows.</summary>
    public const string ForecastTooLong = "requisition.forecast_too_long";

    /// <summary>A row of the forecast has no openings.</summary>
    public const string ForecastEmptyRow = "requisition.forecast_empty_row";

    /// <summary>The rows of the forecast do not follow each other by date, or two have the same.</summary>
    public const string ForecastUnordered = "requisition.forecast_unordered";

    /// <summary>A row of the forecast is before the date of opening.</summary>
    public const string ForecastBeforeOpening = "requisition.forecast_before_opening";

    /// <summary>The tenant's rules have no such pipeline.</summary>
    public const string PipelineUnknown = "requisition.pipeline_unknown";

    /// <summary>The status is none that saving sets.</summary>
    public const string StatusByCommand = "requisition.status_by_command";

    /// <summary>A member that the library keeps was changed.</summary>
    public const string KeptByLibrary = "requisition.kept_by_library";

    /// <summary>There is no reason for closing it.</summary>
    public const string ReasonMissing = "requisition.reason_missing";
}
