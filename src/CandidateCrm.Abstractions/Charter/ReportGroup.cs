using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Which promises a line of a report counts. What the question did not ask for says nothing.</summary>
public sealed record ReportGroup
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the version of the expectation; 0 where it was not asked for.</summary>
    public int Version { get; init; }

    /// <summary>Gets who answers for them; unassigned where it was not asked for, and for nobody.</summary>
    public PersonId Owner { get; init; }

    /// <summary>Gets the opening; unassigned where it was not asked for, and for none.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline; unassigned where it was not asked for, and for none.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets the stage; unassigned where it was not asked for, and for none.</summary>
    public StageKey Stage { get; init; }

    /// <summary>Gets the month; null where it was not asked for.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>Returns what is said, in a fixed order: equal texts mean equal groups.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Expectation} v{Version} {Owner} {Requisition} {Pipeline} {Stage} {(Month is { } month ? NodaTime.Text.YearMonthPattern.Iso.Format(month) : "-")}");
}
