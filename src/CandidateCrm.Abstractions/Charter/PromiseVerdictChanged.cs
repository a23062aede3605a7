using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>
/// A late fact or a retraction changed the verdict on a promise. It belongs to the record, as <see cref="Relationships.PastCorrected"/> does: no replay makes it.
/// What was done because of the old verdict stays done; each such act is a finding <c>effect.unfounded</c>.
/// </summary>
[WireName("charter.promise_verdict_changed")]
public sealed record PromiseVerdictChanged : IDerivedEvent
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the verdict that was on record; void where the promise was not opened at all.</summary>
    public required PromiseState Old { get; init; }

    /// <summary>Gets the verdict now; void where the promise would not have been opened at all.</summary>
    public required PromiseState New { get; init; }

    /// <summary>Gets the fact that changed it; of several told at once the first.</summary>
    public required EventId Cause { get; init; }

    /// <summary>Gets the number of the correction, one more than the revision that it corrects.</summary>
    public required int Ordinal { get; init; }
}
