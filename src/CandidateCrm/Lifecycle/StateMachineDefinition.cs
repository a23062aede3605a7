using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// A state machine as a table: immutable, safe for concurrent use, and without a current state; the caller keeps that and passes it in. Firing costs
/// one look into an array and the guards of that cell, and allocates nothing.
/// </summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed class StateMachineDefinition<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly TransitionCell<TState, TContext>[] _cells;
    private readonly KeyNumbering<TState> _states;
    private readonly KeyNumbering<TTrigger> _triggers;
    private readonly uint _stride;

    internal StateMachineDefinition(
        StateMachineBuilder<TState, TTrigger, TContext> builder, Func<IReadOnlyList<TState>, KeyNumbering<TState>> number)
    {
        Name = builder.Name;
        States = [.. builder.Configured.Select(state => state.State)];
        Triggers = [.. builder.Triggers];
        Starts = [.. builder.Starts];
        TerminalStates = [.. builder.Configured.Where(state => state.IsTerminal).Select(state => state.State)];
        Rules = [.. builder.Drafts.Select(draft => draft.Rule)];
        _states = number(States);
        _triggers = KeyNumbering<TTrigger>.Of(Triggers);

        // One column more than there are triggers: what no rule answers, and what nobody has heard of, is refused from there.
        _stride = _triggers.Count + 1;
        _cells = new TransitionCell<TState, TContext>[_states.Count * _stride];
        Fill(builder);
    }

    /// <summary>Gets the name that drawings and messages show.</summary>
    public string Name { get; }

    /// <summary>Gets the states in the order in which they were configured.</summary>
    public ImmutableArray<TState> States { get; }

    /// <summary>Gets the triggers in the order in which they were first named.</summary>
    public ImmutableArray<TTrigger> Triggers { get; }

    /// <summary>Gets the states in which the machine may start; at least one.</summary>
    public ImmutableArray<TState> Starts { get; }

    /// <summary>Gets the states that are meant to have no way out.</summary>
    public ImmutableArray<TState> TerminalStates { get; }

    /// <summary>Gets the rules in the order in which they were written; the rule with the id n is at n − 1.</summary>
    public ImmutableArray<TransitionRule<TState, TTrigger>> Rules { get; }

    /// <summary>
    /// Answers what the trigger makes of the state. Refusals are answers too: a trigger without a rule, known or not, with <see cref="TransitionCodes.NotPermitted"/>;
    /// guards that are not met with <see cref="TransitionCodes.GuardUnmet"/>; a state that was not configured with <see cref="TransitionCodes.UnknownState"/>.
    /// What a guard throws comes through.
    /// </summary>
    /// <exception cref="ArgumentException">The state or the trigger is null or unassigned.</exception>
    public Transition<TState> Fire(TState state, TTrigger trigger, in TContext context)
    {
        ThrowIfNull(state, nameof(state));
        ThrowIfNull(trigger, nameof(trigger));

        var row = _states.NumberOf(state);
        if (row >= _states.Count)
        {
            return new Transition<TState>(TransitionOutcome.Refused, state, ushort.MaxValue);
        }

        ref readonly var cell = ref _cells[(row * _stride) + Math.Min(_triggers.NumberOf(trigger), _triggers.Count)];
        for (var choice = cell.Choice; choice is not null; choice = choice.Next)
        {
            if (choice.Guard(in context))
            {
                return choice.Met;
            }
        }

        return cell.Otherwise;
    }

    /// <summary>Says whether the state would accept the trigger; what is ignored is accepted.</summary>
    /// <exception cref="ArgumentException">The state or the trigger is null or unassigned.</exception>
    public bool CanFire(TState state, TTrigger trigger, in TContext context) => !Fire(state, trigger, in context).IsRefused;

    /// <summary>Fires, and keeps the answer in a record; the record is all that is allocated.</summary>
    /// <exception cref="ArgumentException">The state or the trigger is null or unassigned.</exception>
    public TransitionRecord<TState, TTrigger> Record(TState state, TTrigger trigger, in TContext context) => new()
    {
        Machine = Name,
        From = state,
        Trigger = trigger,
        Transition = Fire(state, trigger, in context),
    };

    /// <summary>Says in words what firing answers and why, and what the state would accept instead. Asks the guards again.</summary>
    /// <exception cref="ArgumentException">The state or the trigger is null or unassigned.</exception>
    public TransitionExplanation<TState, TTrigger> Explain(TState state, TTrigger trigger, in TContext context)
    {
        var transition = Fire(state, trigger, in context);
        var permitted = ImmutableArray.CreateBuilder<TTrigger>();
        foreach (var other in transition.ReasonId == Transition<TState>.NoSuchState ? [] : Triggers)
        {
            if (CanFire(state, other, in context))
            {
                permitted.Add(other);
            }
        }

        return TransitionWords.Explain(this, trigger, transition, Asked(state, trigger, transition), permitted.ToImmutable());
    }

    /// <summary>Lists, for every trigger of the machine, what the state would answer in this context.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public StateInspection<TState, TTrigger> Inspect(TState state, in TContext context)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!Has(state))
        {
            throw new ArgumentException($"The machine «{Name}» has no state «{state}».", nameof(state));
        }

        var permitted = ImmutableArray.CreateBuilder<PermittedTrigger<TState, TTrigger>>();
        var refused = ImmutableArray.CreateBuilder<RefusedTrigger<TTrigger>>();
        foreach (var trigger in Triggers)
        {
            var transition = Fire(state, trigger, in context);
            if (transition.IsRefused)
            {
                refused.Add(TransitionWords.Refused(state, trigger, transition, Asked(state, trigger, transition)));
            }
            else
            {
                permitted.Add(new PermittedTrigger<TState, TTrigger> { Trigger = trigger, Transition = transition });
            }
        }

        return new StateInspection<TState, TTrigger> { State = state, Permitted = permitted.ToImmutable(), Refused = refused.ToImmutable() };
    }

    /// <summary>
    /// Draws the machine as a Mermaid <c>stateDiagram-v2</c>: lines end with <c>\n</c>, ignored triggers are left out. States that were visited stand out.
    /// </summary>
    /// <param name="visited">The states of one walk through the machine, in order; none by default.</param>
    /// <exception cref="ArgumentException">A visited state was not configured.</exception>
    public string ToMermaid(params IReadOnlyList<TState> visited) => MermaidDrawing.Of(StateMachineSketch.Of(this, visited));

    /// <summary>
    /// Draws the machine in the DOT language of Graphviz: lines end with <c>\n</c>, ignored triggers are left out. States that were visited and the ways between them stand out.
    /// </summary>
    /// <param name="visited">The states of one walk through the machine, in order; none by default.</param>
    /// <exception cref="ArgumentException">A visited state was not configured.</exception>
    public string ToDot(params IReadOnlyList<TState> visited) => DotDrawing.Of(StateMachineSketch.Of(this, visited));

    internal bool Has(TState state)
    {
        var row = _states.NumberOf(state);
        return row < _states.Count && _cells[(row * _stride) + _triggers.Count].Otherwise.ReasonId != Transition<TState>.NoSuchState;
    }

    /// <summary>Asks for the kind of type first: comparing a value with null would box it where the code is not optimised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThrowIfNull<T>(T key, string parameter)
    {
        if (!typeof(T).IsValueType && key is null)
        {
            Throw(parameter);
        }

        [DoesNotReturn]
        static void Throw(string parameter) => throw new ArgumentNullException(parameter);
    }

    /// <summary>The guarded rules whose guards decided: the one that was met, or all that were not.</summary>
    private ImmutableArray<TransitionRule<TState, TTrigger>> Asked(TState state, TTrigger trigger, Transition<TState> transition)
    {
        if (!transition.IsRefused)
        {
            var rule = Rules[transition.ReasonId - 1];
            return rule.Guard is null ? [] : [rule];
        }

        var rules = ImmutableArray.CreateBuilder<TransitionRule<TState, TTrigger>>();
        var row = _states.NumberOf(state);
        if (row < _states.Count)
        {
            for (var choice = CellAt(row, trigger).Choice; choice is not null; choice = choice.Next)
            {
                rules.Add(Rules[choice.Met.ReasonId - 1]);
            }
        }

        return rules.ToImmutable();
    }

    private ref TransitionCell<TState, TContext> CellAt(uint row, TTrigger trigger) =>
        ref _cells[(row * _stride) + Math.Min(_triggers.NumberOf(trigger), _triggers.Count)];

    private void Fill(StateMachineBuilder<TState, TTrigger, TContext> builder)
    {
        // A member between two states of an enum that is itself no state answers as every unknown state does.
        for (uint row = 0; _states.IsEnum && row < _states.Count; row++)
        {
            Refuse(row, _states.MemberAt(row), Transition<TState>.NoSuchState);
        }

        foreach (var state in States)
        {
            Refuse(_states.NumberOf(state), state, Transition<TState>.NoRule);
        }

        // From the last rule to the first, so that each becomes the head of its chain.
        foreach (var (rule, guard) in builder.Drafts.Reverse())
        {
            ref var cell = ref CellAt(_states.NumberOf(rule.From), rule.Trigger);
            var answer = new Transition<TState>(rule.Outcome, rule.Target, (ushort)rule.Id);
            if (guard is null)
            {
                cell.Otherwise = answer;
                continue;
            }

            cell.Choice = new GuardedChoice<TState, TContext>(guard, answer, cell.Choice);
            if (cell.Otherwise.IsRefused)
            {
                cell.Otherwise = new Transition<TState>(TransitionOutcome.Refused, rule.From, (ushort)rule.Id);
            }
        }
    }

    private void Refuse(uint row, TState state, int reason) =>
        _cells.AsSpan((int)(row * _stride), (int)_stride).Fill(new TransitionCell<TState, TContext>
        {
            Otherwise = new Transition<TState>(TransitionOutcome.Refused, state, (ushort)reason),
        });
}
