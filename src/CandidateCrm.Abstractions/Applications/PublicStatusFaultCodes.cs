namespace CandidateCrm.Applications;

/// <summary>The stable codes of what can be wrong with a definition of public status.</summary>
public static class PublicStatusFaultCodes
{
    /// <summary>There are no steps, or more than 64.</summary>
    public const string StepsCount = "public_status.steps_count";

    /// <summary>Two steps have one key.</summary>
    public const string StepTwice = "public_status.step_twice";

    /// <summary>A row or an ending leads to a step that is not there.</summary>
    public const string StepUnknown = "public_status.step_unknown";

    /// <summary>A step has no words for candidates.</summary>
    public const string TitleMissing = "public_status.title_missing";

    /// <summary>A step lacks a language that another step has.</summary>
    public const string LanguageMissing = "public_status.language_missing";

    /// <summary>A row names no stage and no category, or an ending no disposition.</summary>
    public const string RowEmpty = "public_status.row_empty";

    /// <summary>A stage, a category or a disposition stands behind two steps.</summary>
    public const string Ambiguous = "public_status.ambiguous";

    /// <summary>The first step waits for something, but is what candidates see at once.</summary>
    public const string FirstWaits = "public_status.first_waits";

    /// <summary>A delay is longer at least than at most, or has an end without waiting for a message.</summary>
    public const string DelayUnclear = "public_status.delay_unclear";
}
