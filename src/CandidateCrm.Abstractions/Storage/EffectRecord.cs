using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>An effect on record. The record stays as long as the timeline.</summary>
public sealed record EffectRecord
{
    /// <summary>Gets whose it is.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the effect as it was last wanted; once it was handed over, as it was then.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Gets when the present past wants it, or last wanted it. For one that was handed over it may be another instant than that of <see cref="Effect"/>.</summary>
    public required Instant WantedAt { get; init; }

    /// <summary>Gets a value indicating whether the present past wants it.</summary>
    public required bool Made { get; init; }

    /// <summary>Gets what became of it.</summary>
    public EffectOutcome Outcome { get; init; }

    /// <summary>Gets how often handing over failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when to try again; null for at once.</summary>
    public Instant? NextAttemptAt { get; init; }

    /// <summary>Gets the code of why it was last given back.</summary>
    public string? LastError { get; init; }

    /// <summary>Gets a value indicating whether it waits for a person after too many failures.</summary>
    public bool Parked { get; init; }

    /// <summary>Gets where it stands.</summary>
    public EffectState State => (Made, Outcome) switch
    {
        (true, EffectOutcome.None) => EffectState.Pending,
        (true, EffectOutcome.Done) => EffectState.Done,
        (true, EffectOutcome.Skipped) => EffectState.Skipped,
        (true, _) => EffectState.Withheld,
        (false, EffectOutcome.Done) => EffectState.Unfounded,
        _ => EffectState.Cancelled,
    };
}
