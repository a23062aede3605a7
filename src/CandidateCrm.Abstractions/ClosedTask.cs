using CandidateCrm.Candidates;
using CandidateCrm.Relationships;

namespace CandidateCrm;

/// <summary>A task that need not be done any more.</summary>
public sealed record ClosedTask
{
    /// <summary>Gets whom it is about.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the name of the task, as it was opened.</summary>
    public required EffectKey Task { get; init; }

    /// <summary>Gets the code of the reason, such as <c>promise.fulfilled_late</c> or <c>promise.voided</c>.</summary>
    public required string Reason { get; init; }
}
