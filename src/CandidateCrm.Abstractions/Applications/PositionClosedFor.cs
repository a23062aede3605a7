using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An application ended because its opening was closed: the candidate is owed an answer that fits how far they came, as soon as <see cref="RefusalDue"/> says that they may be told.</summary>
[WireName("applications.position_closed_for")]
public sealed record PositionClosedFor : IDerivedEvent, ICandidateNotice
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening.</summary>
    public required RequisitionId Requisition { get; init; }

    /// <summary>Gets the furthest stage of its pipeline that the application reached; unassigned where none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageKey Stage { get; init; }

    /// <summary>Gets what kind of step that stage is, whatever the host calls it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageCategory Category { get; init; }

    /// <summary>Gets why the opening was closed.</summary>
    public required ReasonCode Reason { get; init; }

    /// <summary>Gets why the candidate is not to be told yet, one of <see cref="RefusalCodes"/>; null where nothing was in the way. <see cref="RefusalDue"/> says when they may be.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WaitsFor { get; init; }

    /// <summary>Gets the number of the life of the application that ended: 1, and one more for each time that it was re-opened.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public NoticeKind Notice => NoticeKind.Answer;
}
