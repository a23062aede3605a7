namespace CandidateCrm.Storage;

/// <summary>What became of an effect.</summary>
public enum EffectOutcome
{
    /// <summary>Nothing yet.</summary>
    None,

    /// <summary>It was handed over.</summary>
    Done,

    /// <summary>It will not be handed over.</summary>
    Skipped,

    /// <summary>It was intended before effects were switched on.</summary>
    Withheld,
}
