using CandidateCrm.Relationships;

namespace CandidateCrm.Storage;

/// <summary>A change of the effects on record. A store looks the effect up by its key; each change can be repeated without harm.</summary>
public sealed record EffectChange
{
    /// <summary>Gets the key.</summary>
    public required EffectKey Key { get; init; }

    /// <summary>Gets the effect that is wanted: inserted, or revived and brought up to date; one that was withheld and then not wanted is like new. Null where the past does not want it, or where only the outcome changes.</summary>
    public Effect? Make { get; init; }

    /// <summary>Gets a value indicating whether the past no longer wants it.</summary>
    public bool Unmake { get; init; }

    /// <summary>Gets what became of it; null leaves that as it is.</summary>
    public EffectOutcome? Outcome { get; init; }

    /// <summary>Wants an effect.</summary>
    public static EffectChange Wanted(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new() { Key = effect.Key, Make = effect };
    }

    /// <summary>Wants an effect, but for the record only.</summary>
    public static EffectChange ForTheRecord(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new() { Key = effect.Key, Make = effect, Outcome = EffectOutcome.Withheld };
    }

    /// <summary>Does not want an effect any more.</summary>
    public static EffectChange Unwanted(EffectKey key) => new() { Key = key, Unmake = true };

    /// <summary>Says what became of an effect.</summary>
    public static EffectChange Became(EffectKey key, EffectOutcome outcome) => new() { Key = key, Outcome = outcome };
}
