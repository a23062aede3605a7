using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>The mode of one feature.</summary>
public readonly record struct FeatureMode
{
    /// <summary>Gets the feature; unassigned for all that are not named.</summary>
    public FeatureCode Feature { get; init; }

    /// <summary>Gets the mode.</summary>
    public required Mode Mode { get; init; }

    /// <summary>Gets from when on intents are handed over in <see cref="Mode.Live"/>: what is intended earlier, or belongs to a promise that was opened earlier, is withheld. Null for no bound.</summary>
    public Instant? EffectsFrom { get; init; }
}
