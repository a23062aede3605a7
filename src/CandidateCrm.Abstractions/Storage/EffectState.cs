namespace CandidateCrm.Storage;

/// <summary>Where an effect stands: a function of «does the present past want it» and «what became of it».</summary>
public enum EffectState
{
    /// <summary>Wanted, nothing done yet.</summary>
    Pending,

    /// <summary>Wanted and handed over.</summary>
    Done,

    /// <summary>Wanted, but will not be handed over.</summary>
    Skipped,

    /// <summary>Wanted, but intended before effects were switched on, for example by an import.</summary>
    Withheld,

    /// <summary>Handed over, but the corrected past does not want it. A person sees it; nothing is recalled.</summary>
    Unfounded,

    /// <summary>Not wanted any more, and never handed over.</summary>
    Cancelled,
}
