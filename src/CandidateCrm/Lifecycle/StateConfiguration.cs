using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// The rules of one state. For one trigger the guarded rules are asked in the order in which they were written, and the first whose guard is met
/// decides; the one rule without a guard, wherever it was written, holds where none is met.
/// </summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed class StateConfiguration<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateMachineBuilder<TState, TTrigger, TContext> _builder;

    internal StateConfiguration(StateMachineBuilder<TState, TTrigger, TContext> builder, TState state)
    {
        _builder = builder;
        State = state;
    }

    internal TState State { get; }

    internal bool IsTerminal { get; private set; }

    /// <summary>Says that the state is meant to have no way out; a rule that leads to another state is then a fault.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Terminal()
    {
        IsTerminal = true;
        return this;
    }

    /// <summary>Lets the trigger lead to another state.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Permit(TTrigger trigger, TState target) =>
        Add(TransitionOutcome.Moved, trigger, target);

    /// <summary>Lets the trigger lead to another state where the guard is met.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="target">The state afterwards.</param>
    /// <param name="guard">The name of the guard: 1 to 64 lower-case letters, digits and the marks <c>- _ . :</c>.</param>
    /// <param name="description">What has to hold, in words that complete «only where …».</param>
    /// <param name="predicate">Says whether it holds.</param>
    /// <exception cref="ArgumentException">The name is not valid, or the description is blank.</exception>
    public StateConfiguration<TState, TTrigger, TContext> PermitIf(
        TTrigger trigger, TState target, string guard, string description, TransitionGuard<TContext> predicate) =>
        AddGuarded(new Answer(TransitionOutcome.Moved, trigger, target), guard, description, predicate);

    /// <summary>Lets the trigger leave the state and enter it again.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitReentry(TTrigger trigger) =>
        Add(TransitionOutcome.Reentered, trigger, State);

    /// <summary>Lets the trigger leave the state and enter it again where the guard is met; guard as in <see cref="PermitIf"/>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitReentryIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        AddGuarded(new Answer(TransitionOutcome.Reentered, trigger, State), guard, description, predicate);

    /// <summary>Says that the trigger is expected here and changes nothing.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Ignore(TTrigger trigger) =>
        Add(TransitionOutcome.Ignored, trigger, State);

    /// <summary>Says that the trigger changes nothing where the guard is met; guard as in <see cref="PermitIf"/>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> IgnoreIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        AddGuarded(new Answer(TransitionOutcome.Ignored, trigger, State), guard, description, predicate);

    /// <summary>Says that the trigger means something within the state, which is not left.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InternalTransition(TTrigger trigger) =>
        Add(TransitionOutcome.Internal, trigger, State);

    /// <summary>Says that the trigger means something within the state where the guard is met; guard as in <see cref="PermitIf"/>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InternalTransitionIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        AddGuarded(new Answer(TransitionOutcome.Internal, trigger, State), guard, description, predicate);

    private StateConfiguration<TState, TTrigger, TContext> Add(TransitionOutcome outcome, TTrigger trigger, TState target)
    {
        _builder.Add(new Answer(outcome, trigger, target).Rule(State), null);
        return this;
    }

    private StateConfiguration<TState, TTrigger, TContext> AddGuarded(
        Answer answer, string guard, string description, TransitionGuard<TContext> predicate)
    {
        ArgumentNullException.ThrowIfNull(guard);
        if (!HostText.IsCode(guard))
        {
            throw new ArgumentException("The name of a guard is 1 to 64 lower-case letters, digits and the marks - _ . : , and begins with a letter or digit.", nameof(guard));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(description);
        ArgumentNullException.ThrowIfNull(predicate);
        _builder.Add(answer.Rule(State) with { Guard = guard, GuardDescription = description }, predicate);
        return this;
    }

    private readonly record struct Answer(TransitionOutcome Outcome, TTrigger Trigger, TState Target)
    {
        internal TransitionRule<TState, TTrigger> Rule(TState from)
        {
            if (Trigger is null || Target is null)
            {
                throw new ArgumentNullException(Trigger is null ? "trigger" : "target");
            }

            return new TransitionRule<TState, TTrigger> { Id = 0, From = from, Trigger = Trigger, Outcome = Outcome, Target = Target };
        }
    }
}
