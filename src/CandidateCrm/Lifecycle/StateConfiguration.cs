using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// The rules of one state. For one trigger the guarded rules are asked in the order in which they were written, and the first whose guard is met
/// decides; the one rule without a guard, wherever it was written, holds where none is met. Where the state has no answer, the state that it is a substate of is asked.
/// </summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed class StateConfiguration<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateMachineBuilder<TState, TTrigger, TContext> _builder;
    private readonly OrderedDictionary<TState, TState> _parents = [];
    private readonly OrderedDictionary<TState, TState> _initials = [];

    internal StateConfiguration(StateMachineBuilder<TState, TTrigger, TContext> builder, TState state)
    {
        _builder = builder;
        State = state;
    }

    internal TState State { get; }

    internal bool IsTerminal { get; private set; }

    internal IReadOnlyList<TState> Parents => _parents.Keys;

    internal IReadOnlyList<TState> Initials => _initials.Keys;

    /// <summary>Says that the state is meant to have no way out; a rule that leads to another state, its own or an inherited one, is then a fault.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Terminal()
    {
        IsTerminal = true;
        return this;
    }

    /// <summary>Says that who is in this state is also in another one, whose rules hold here too where this state has no answer of its own.</summary>
    public StateConfiguration<TState, TTrigger, TContext> SubstateOf(TState parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        _parents.TryAdd(parent, parent);
        return this;
    }

    /// <summary>Names the substate that a rule leads to when it leads here. A state with substates must have one, and it must be one of them.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InitialSubstate(TState substate)
    {
        ArgumentNullException.ThrowIfNull(substate);
        _initials.TryAdd(substate, substate);
        return this;
    }

    /// <summary>Lets the trigger lead to another state.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Permit(TTrigger trigger, TState target) =>
        Add(TransitionOutcome.Moved, trigger, target);

    /// <summary>Lets the trigger lead to another state where the guard is met.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="target">The state afterwards.</param>
    /// <param name="guard">The name of the guard: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c></param>
    /// <param name="description">What has to hold, in words that complete «only where …».</param>
    /// <param name="predicate">Says whether it holds.</param>
    /// <exception cref="ArgumentException">The name is not valid, or the description is blank.</exception>
    public StateConfiguration<TState, TTrigger, TContext> PermitIf(
        TTrigger trigger, TState target, string guard, string description, TransitionGuard<TContext> predicate) =>
        PermitIf(trigger, target, Named(guard, description, predicate));

    /// <summary>Lets the trigger lead to another state where the guard is met.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitIf(TTrigger trigger, TState target, NamedGuard<TContext> guard) =>
        Add(TransitionOutcome.Moved, trigger, target, Given(guard));

    /// <summary>Lets the trigger lead to one of several states, which a function of the context chooses. Another one than those is refused with <see cref="TransitionCodes.ChoiceUndeclared"/>.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="choice">What chooses.</param>
    /// <param name="targets">All states that it may choose, for reviews and drawings. This state may be one of them: it is then entered again.</param>
    public StateConfiguration<TState, TTrigger, TContext> PermitDynamic(
        TTrigger trigger, NamedChoice<TState, TContext> choice, params IEnumerable<TState> targets) =>
        AddChoice(trigger, choice, null, targets);

    /// <summary>Lets the trigger lead to one of several states where the guard is met; the rest as in <see cref="PermitDynamic"/>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitDynamicIf(
        TTrigger trigger, NamedChoice<TState, TContext> choice, NamedGuard<TContext> guard, params IEnumerable<TState> targets) =>
        AddChoice(trigger, choice, Given(guard), targets);

    /// <summary>Lets the trigger leave the state and enter it again, substates and all.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitReentry(TTrigger trigger) =>
        Add(TransitionOutcome.Reentered, trigger, State);

    /// <summary>Lets the trigger leave the state and enter it again where the guard is met; guard as in <c>PermitIf</c>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitReentryIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        PermitReentryIf(trigger, Named(guard, description, predicate));

    /// <summary>Lets the trigger leave the state and enter it again where the guard is met.</summary>
    public StateConfiguration<TState, TTrigger, TContext> PermitReentryIf(TTrigger trigger, NamedGuard<TContext> guard) =>
        Add(TransitionOutcome.Reentered, trigger, State, Given(guard));

    /// <summary>Says that the trigger is expected here and changes nothing.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Ignore(TTrigger trigger) =>
        Add(TransitionOutcome.Ignored, trigger, State);

    /// <summary>Says that the trigger changes nothing where the guard is met; guard as in <c>PermitIf</c>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> IgnoreIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        IgnoreIf(trigger, Named(guard, description, predicate));

    /// <summary>Says that the trigger changes nothing where the guard is met.</summary>
    public StateConfiguration<TState, TTrigger, TContext> IgnoreIf(TTrigger trigger, NamedGuard<TContext> guard) =>
        Add(TransitionOutcome.Ignored, trigger, State, Given(guard));

    /// <summary>Says that the trigger means something within the state, which is not left.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InternalTransition(TTrigger trigger) =>
        Add(TransitionOutcome.Internal, trigger, State);

    /// <summary>Says that the trigger means something within the state where the guard is met; guard as in <c>PermitIf</c>.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InternalTransitionIf(
        TTrigger trigger, string guard, string description, TransitionGuard<TContext> predicate) =>
        InternalTransitionIf(trigger, Named(guard, description, predicate));

    /// <summary>Says that the trigger means something within the state where the guard is met.</summary>
    public StateConfiguration<TState, TTrigger, TContext> InternalTransitionIf(TTrigger trigger, NamedGuard<TContext> guard) =>
        Add(TransitionOutcome.Internal, trigger, State, Given(guard));

    private static NamedGuard<TContext> Named(string guard, string description, TransitionGuard<TContext> predicate) =>
        new() { Name = guard, Description = description, Predicate = predicate };

    private static NamedGuard<TContext> Given(NamedGuard<TContext> guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return guard;
    }

    private StateConfiguration<TState, TTrigger, TContext> AddChoice(
        TTrigger trigger, NamedChoice<TState, TContext> choice, NamedGuard<TContext>? guard, IEnumerable<TState> targets)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(targets);
        ImmutableArray<TState> declared = [.. targets];
        if (declared.Any(target => target is null))
        {
            throw new ArgumentNullException(nameof(targets));
        }

        var rule = Rule(TransitionOutcome.Moved, trigger, declared.IsEmpty ? State : declared[0]) with
        {
            Choice = choice.Name,
            ChoiceDescription = choice.Description,
            ChoiceVersion = choice.Version,
            Targets = declared,
        };
        return Add(rule, guard, choice.Chooser);
    }

    private StateConfiguration<TState, TTrigger, TContext> Add(
        TransitionOutcome outcome, TTrigger trigger, TState target, NamedGuard<TContext>? guard = null) =>
        Add(Rule(outcome, trigger, target), guard, null);

    private StateConfiguration<TState, TTrigger, TContext> Add(
        TransitionRule<TState, TTrigger> rule, NamedGuard<TContext>? guard, TargetChooser<TState, TContext>? chooser)
    {
        var guarded = guard is null ? rule : rule with { Guard = guard.Name, GuardDescription = guard.Description, GuardVersion = guard.Version };
        _builder.Add(new RuleDraft<TState, TTrigger, TContext>(guarded, guard?.Predicate, chooser));
        return this;
    }

    private TransitionRule<TState, TTrigger> Rule(TransitionOutcome outcome, TTrigger trigger, TState target)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(target);
        return new TransitionRule<TState, TTrigger> { Id = 0, From = State, Trigger = trigger, Outcome = outcome, Target = target };
    }
}
