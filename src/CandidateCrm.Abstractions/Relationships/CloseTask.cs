namespace CandidateCrm.Relationships;

/// <summary>A task that was opened need not be done any more.</summary>
public sealed record CloseTask : IIntent
{
    /// <summary>Gets the name of the effect that opened it.</summary>
    public required EffectKey Task { get; init; }

    /// <summary>Gets the code of the reason, such as <c>promise.fulfilled_late</c>.</summary>
    public required string Reason { get; init; }
}
