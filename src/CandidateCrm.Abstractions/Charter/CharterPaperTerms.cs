using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Whom a written charter is for, and in which zone it says fixed instants.</summary>
public sealed record CharterPaperTerms
{
    /// <summary>Gets the opening that it is for; unassigned, the default, for what is promised whatever somebody applies for.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the pipeline of that opening; unassigned where it is not known.</summary>
    public PipelineKey Pipeline { get; init; }

    /// <summary>Gets the zone in which fixed instants are said; null, the default, is that of the calendar of each expectation.</summary>
    public DateTimeZone? Zone { get; init; }

    /// <summary>Gets the calendars of the expectations; none by default. Where that of an expectation is not among them, and no zone is given, its instants are said in UTC.</summary>
    public ImmutableArray<WorkingCalendar> Calendars
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];
}
