using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Collects the states and rules of a machine and makes its definition. Not safe for concurrent use.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed class StateMachineBuilder<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, StateConfiguration<TState, TTrigger, TContext>> _byState = [];
    private readonly List<StateConfiguration<TState, TTrigger, TContext>> _states = [];
    private readonly List<RuleDraft<TState, TTrigger, TContext>> _rules = [];
    private readonly OrderedDictionary<TTrigger, TTrigger> _triggers = [];
    private readonly OrderedDictionary<TState, TState> _starts = [];
    private readonly List<(TTrigger Trigger, NamedGuard<TContext> Given)> _parameters = [];
    private readonly Func<IReadOnlyList<TState>, KeyNumbering<TState>> _number;

    internal StateMachineBuilder(string name, Func<IReadOnlyList<TState>, KeyNumbering<TState>> number)
    {
        Name = name;
        _number = number;
    }

    internal string Name { get; }

    internal IReadOnlyList<StateConfiguration<TState, TTrigger, TContext>> Configured => _states;

    internal IReadOnlyList<RuleDraft<TState, TTrigger, TContext>> Drafts => _rules;

    internal IReadOnlyCollection<TState> Starts => _starts.Keys;

    internal IReadOnlyCollection<TTrigger> Triggers => _triggers.Keys;

    internal IReadOnlyList<(TTrigger Trigger, NamedGuard<TContext> Given)> Parameters => _parameters;

    /// <summary>Names a state in which the machine may start. Called again, it names one more.</summary>
    public StateMachineBuilder<TState, TTrigger, TContext> StartsIn(TState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _starts.TryAdd(state, state);
        return this;
    }

    /// <summary>Names triggers that <see cref="StateMachineDefinition{TState, TTrigger, TContext}.Inspect"/> speaks of even where no rule answers them.</summary>
    public StateMachineBuilder<TState, TTrigger, TContext> Knows(params IEnumerable<TTrigger> triggers)
    {
        ArgumentNullException.ThrowIfNull(triggers);
        foreach (var trigger in triggers)
        {
            _triggers.TryAdd(trigger, trigger);
        }

        return this;
    }

    /// <summary>Says that a trigger needs a parameter; without it, every state that has a rule for the trigger refuses it.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    public StateMachineBuilder<TState, TTrigger, TContext> Requires<TValue>(TTrigger trigger, TriggerParameter<TContext, TValue> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return Requires(trigger, parameter.Given());
    }

    /// <summary>Adds a state, or goes on with one that was added before.</summary>
    public StateConfiguration<TState, TTrigger, TContext> Configure(TState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!_byState.TryGetValue(state, out var configuration))
        {
            configuration = new StateConfiguration<TState, TTrigger, TContext>(this, state);
            _byState.Add(state, configuration);
            _states.Add(configuration);
        }

        return configuration;
    }

    /// <summary>Lists everything that is wrong with what was collected; empty where <see cref="Build"/> would succeed.</summary>
    public ImmutableArray<StateMachineFault> Review() => new StateMachineReview<TState, TTrigger, TContext>(this).Faults();

    /// <summary>Makes the definition. The builder can be changed and used again; the definition stays as it is.</summary>
    /// <exception cref="StateMachineFaultsException">Something is wrong; the exception lists every fault.</exception>
    public StateMachineDefinition<TState, TTrigger, TContext> Build()
    {
        var faults = Review();
        return faults.IsEmpty
            ? new StateMachineDefinition<TState, TTrigger, TContext>(this, _number)
            : throw new StateMachineFaultsException(Name, faults);
    }

    internal bool Has(TState state) => _byState.ContainsKey(state);

    internal StateMachineBuilder<TState, TTrigger, TContext> Requires(TTrigger trigger, NamedGuard<TContext> given)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        _triggers.TryAdd(trigger, trigger);
        _parameters.Add((trigger, given));
        return this;
    }

    internal void Add(RuleDraft<TState, TTrigger, TContext> draft)
    {
        _triggers.TryAdd(draft.Rule.Trigger, draft.Rule.Trigger);
        _rules.Add(draft with { Rule = draft.Rule with { Id = _rules.Count + 1 } });
    }
}
