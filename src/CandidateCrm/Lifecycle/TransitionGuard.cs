namespace CandidateCrm.Lifecycle;

/// <summary>Says whether a rule applies. Must be pure: it may be asked any number of times, from any thread, in any order.</summary>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
/// <param name="context">What the caller of the machine gave.</param>
/// <returns>True where the rule applies.</returns>
public delegate bool TransitionGuard<TContext>(in TContext context);
