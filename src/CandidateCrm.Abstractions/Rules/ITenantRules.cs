namespace CandidateCrm.Rules;

/// <summary>The rules of one tenant: what is in force, what a draft would do, and how a draft comes into force.</summary>
public interface ITenantRules
{
    /// <summary>Reads what is in force now, and all that was ever published.</summary>
    ValueTask<RulesStatus> ReadAsync(CancellationToken cancellationToken = default);

    /// <summary>Returns the rules of a template that the host registered, to begin a draft with.</summary>
    /// <exception cref="ArgumentException">There is no template of that name.</exception>
    CrmRules Template(string name);

    /// <summary>
    /// Lists every fault of a draft at once, what it would change, and, over a sample of candidates, what it would have made of their past.
    /// Nothing is written. A draft with faults has no what-if.
    /// </summary>
    ValueTask<RulesReport> ReviewAsync(RulesDraft draft, Sample? sample = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Publishes a draft: it is in force from <see cref="PublishTerms.EffectiveFrom"/> on, for events by when they happened. A draft with faults is
    /// refused with all of them; where somebody else published meanwhile, nothing is written. Modes and suspensions stay as they are.
    /// </summary>
    ValueTask<PublishOutcome> PublishAsync(RulesDraft draft, PublishTerms terms, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes how far a feature goes, or, with an unassigned feature, how far all go that have no mode of their own. Going live releases nothing that
    /// was withheld. Promises that are open by then go on and are acted on; with <see cref="FeatureMode.EffectsFrom"/>, only those opened from it on are.
    /// </summary>
    ValueTask<PublishOutcome> SetModeAsync(FeatureMode mode, PublishTerms terms, CancellationToken cancellationToken = default);

    /// <summary>Suspends a definition, or lifts that: a suspended expectation opens and judges nothing, a suspended definition of another kind lets its whole feature rest.</summary>
    ValueTask<PublishOutcome> SuspendAsync(DefinitionName definition, bool isSuspended, PublishTerms terms, CancellationToken cancellationToken = default);
}
