namespace CandidateCrm.Lifecycle;

/// <summary>Chooses the state to which a rule leads. Must be pure: it may be asked any number of times, from any thread, in any order.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
/// <param name="context">What the caller of the machine gave.</param>
/// <returns>One of the targets that the rule declares.</returns>
public delegate TState TargetChooser<out TState, TContext>(in TContext context);
