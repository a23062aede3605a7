using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>
/// Nothing is in the way any more of telling the candidate that we said no, or closed the position: write one message, about all that it covers. At most
/// one is asked for within <see cref="RefusalPolicy.WindowDays"/>.
/// </summary>
[WireName("applications.refusal_due")]
public sealed record RefusalDue : IDerivedEvent, ICandidateNotice
{
    /// <summary>Gets the application that ended last: tell the message with its id.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Gets the furthest stage that it reached; unassigned where none is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageKey Stage { get; init; }

    /// <summary>Gets what kind of step that stage is, so that the answer fits how far they came.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StageCategory Category { get; init; }

    /// <summary>Gets all applications that the one message covers, this one included, in the order in which they appeared.</summary>
    public required ImmutableArray<JobApplicationId> Covers { get; init; }

    /// <summary>Gets how often a message was asked for with this application by now, from 1 on.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public NoticeKind Notice => NoticeKind.Answer;

    /// <summary>Says the same.</summary>
    public bool Equals(RefusalDue? other) =>
        other is not null && Application == other.Application && Requisition == other.Requisition && Disposition == other.Disposition && Stage == other.Stage
        && Category == other.Category && Ordinal == other.Ordinal && Covers.AsSpan().SequenceEqual(other.Covers.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Application, Ordinal, Covers.Length);
}
