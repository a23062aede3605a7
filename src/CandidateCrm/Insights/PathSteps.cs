using CandidateCrm.Applications;

namespace CandidateCrm.Insights;

/// <summary>The names of steps that are no stage of a pipeline.</summary>
public static class PathSteps
{
    /// <summary>Gets the step of a submission where the rules have no pipeline.</summary>
    public static StageKey Submitted { get; } = StageKey.From("submitted");

    /// <summary>Gets the step of an offer.</summary>
    public static StageKey Offer { get; } = StageKey.From("offer");

    /// <summary>Returns the step of an ending: <c>rejected</c>, <c>withdrew</c>, <c>self-deselected</c>, <c>position-closed</c>, <c>duplicate</c>, <c>hired</c>.</summary>
    public static StageKey Of(Disposition disposition) => StageKey.From(disposition switch
    {
        Disposition.Rejected => "rejected",
        Disposition.Withdrew => "withdrew",
        Disposition.SelfDeselected => "self-deselected",
        Disposition.PositionClosed => "position-closed",
        Disposition.Duplicate => "duplicate",
        Disposition.Hired => "hired",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, "The disposition is none of those defined."),
    });

    /// <summary>Returns as what kind of outcome an ending counts.</summary>
    public static OutcomeKind KindOf(Disposition disposition) => disposition switch
    {
        Disposition.Rejected => OutcomeKind.Rejected,
        Disposition.Withdrew or Disposition.SelfDeselected => OutcomeKind.Withdrew,
        Disposition.Hired => OutcomeKind.Hired,
        _ => OutcomeKind.ClosedOtherwise,
    };
}
