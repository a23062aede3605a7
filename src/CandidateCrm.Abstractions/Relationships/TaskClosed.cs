using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>Somebody has done a task, or put it aside. A task that is not open is closed without effect.</summary>
[WireName("task.closed")]
public sealed record TaskClosed : IFact
{
    /// <summary>Gets the name of the task, as it was handed over.</summary>
    public required EffectKey Task { get; init; }
}
