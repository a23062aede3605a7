using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What is remembered of an application that ended: how far it came, and why it went no further.</summary>
public sealed record ApplicationMemory
{
    /// <summary>Gets the application.</summary>
    public required JobApplicationId Application { get; init; }

    /// <summary>Gets the opening; unassigned where it is not known.</summary>
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the application of the same person before it, if it followed one.</summary>
    public JobApplicationId Follows { get; init; }

    /// <summary>Gets the furthest stage that it reached, for whichever opening; unassigned where none was told.</summary>
    public StageKey Reached { get; init; }

    /// <summary>Gets what kind of step that was.</summary>
    public StageCategory ReachedCategory { get; init; }

    /// <summary>Gets how it ended.</summary>
    public required Disposition Disposition { get; init; }

    /// <summary>Gets why, where that was told.</summary>
    public ReasonCode Reason { get; init; }

    /// <summary>Gets what the reason is about, by the taxonomy; <see cref="ReasonKind.Other"/> where it does not know it.</summary>
    public ReasonKind ReasonKind { get; init; }

    /// <summary>Gets when it ended.</summary>
    public required Instant EndedAt { get; init; }

    /// <summary>
    /// Gets a value indicating whether the person would be worth asking first next time: rejected because somebody else was better, or, from an interview on,
    /// ended by a closed position, by timing or by the process itself.
    /// </summary>
    public bool IsSilverMedallist { get; init; }
}
