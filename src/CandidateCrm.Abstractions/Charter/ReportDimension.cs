namespace CandidateCrm.Charter;

/// <summary>By what a report tells promises apart, besides their expectation.</summary>
public enum ReportDimension
{
    /// <summary>The version of the expectation.</summary>
    Version = 0,

    /// <summary>Who answers for it, as the question says.</summary>
    Owner = 1,

    /// <summary>The opening that it was about when it was opened.</summary>
    Requisition = 2,

    /// <summary>The pipeline then.</summary>
    Pipeline = 3,

    /// <summary>The stage then.</summary>
    Stage = 4,

    /// <summary>The month in which it was opened, in the tenant's zone.</summary>
    Month = 5,
}
