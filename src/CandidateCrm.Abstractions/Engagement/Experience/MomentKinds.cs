using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The kinds of moments that are read from a timeline. A host that uses the engine alone may have its own.</summary>
public static class MomentKinds
{
    /// <summary>Gets <c>survey.answered</c>: the candidate said how it was.</summary>
    public static MomentKind SurveyAnswered { get; } = MomentKind.From("survey.answered");

    /// <summary>Gets <c>promise.kept</c>: an expectation of the charter was met in time.</summary>
    public static MomentKind PromiseKept { get; } = MomentKind.From("promise.kept");

    /// <summary>Gets <c>promise.broken</c>: an expectation was not met in time, though somebody was in touch with the candidate meanwhile, or what it forbids happened.</summary>
    public static MomentKind PromiseBroken { get; } = MomentKind.From("promise.broken");

    /// <summary>Gets <c>deadline.silent</c>: an expectation was not met in time, and nobody was in touch with the candidate from its opening to its due time.</summary>
    public static MomentKind SilentDeadline { get; } = MomentKind.From("deadline.silent");

    /// <summary>Gets <c>outcome.hired</c>.</summary>
    public static MomentKind Hired { get; } = MomentKind.From("outcome.hired");

    /// <summary>Gets <c>outcome.rejected</c>: we said no.</summary>
    public static MomentKind Rejected { get; } = MomentKind.From("outcome.rejected");

    /// <summary>Gets <c>outcome.position_closed</c>: the opening went away.</summary>
    public static MomentKind PositionClosed { get; } = MomentKind.From("outcome.position_closed");

    /// <summary>Gets <c>outcome.offer_made</c>.</summary>
    public static MomentKind OfferMade { get; } = MomentKind.From("outcome.offer_made");

    /// <summary>Gets <c>outcome.offer_withdrawn</c>: we took an offer back.</summary>
    public static MomentKind OfferWithdrawn { get; } = MomentKind.From("outcome.offer_withdrawn");

    /// <summary>Gets all of them. No other kind is ever read from a timeline.</summary>
    public static ImmutableArray<MomentKind> All { get; } = [SurveyAnswered, PromiseKept, PromiseBroken, SilentDeadline, Hired, Rejected, PositionClosed, OfferMade, OfferWithdrawn];
}
