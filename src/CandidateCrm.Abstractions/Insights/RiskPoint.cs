using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>The cumulative incidences from one time after application until the next point: shares of all with 15 decimals.</summary>
public sealed record RiskPoint
{
    /// <summary>Gets the time since application.</summary>
    public required Duration After { get; init; }

    /// <summary>Gets how many applications were open and observed just before it.</summary>
    public required long AtRisk { get; init; }

    /// <summary>Gets the estimated share hired by then.</summary>
    public required decimal Hired { get; init; }

    /// <summary>Gets the estimated share rejected by then.</summary>
    public required decimal Rejected { get; init; }

    /// <summary>Gets the estimated share withdrawn by then.</summary>
    public required decimal Withdrew { get; init; }

    /// <summary>Gets the estimated share that ended otherwise by then.</summary>
    public required decimal ClosedOtherwise { get; init; }

    /// <summary>Gets the estimated share still open then: one minus the others, computed by itself.</summary>
    public required decimal StillOpen { get; init; }
}
