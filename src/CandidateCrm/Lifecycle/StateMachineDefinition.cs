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
    private readonly StateLineage<TState> _lineage;
    private readonly HashSet<TState> _terminal;
    private readonly uint _stride;

    internal StateMachineDefinition(
        StateMachineBuilder<TState, TTrigger, TContext> builder, Func<IReadOnlyList<TState>, KeyNumbering<TState>> number)
    {
        Name = builder.Name;
        States = [.. builder.Configured.Select(state => state.State)];
        Triggers = [.. builder.Triggers];
        Starts = [.. builder.Starts];
        TerminalStates = [.. builder.Configured.Where(state => state.IsTerminal).Select(state => state.State)];
        _terminal = [.. TerminalStates];
        Rules = [.. builder.Drafts.Select(draft => draft.Rule)];
        Parameters = [.. builder.Parameters.Select(parameter => new RequiredParameter<TTrigger>
        {
            Trigger = parameter.Trigger, Name = parameter.Given.Name, Description = parameter.Given.Description, Version = parameter.Given.Version,
        })];
        ParameterGuards = [.. builder.Parameters.Select(parameter => parameter.Given.Predicate)];
        Tree = StateTree<TState>.Of(builder.Configured);
        _states = number(States);
        _triggers = KeyNumbering<TTrigger>.Of(Triggers);
        _lineage = new StateLineage<TState>(States, Tree, _states);

        // One column more than there are triggers: what no rule answers, and what nobody has heard of, is refused from there.
        _stride = _triggers.Count + 1;
        _cells = new TransitionTable<TState, TTrigger, TContext>(builder, Tree, _states, _triggers).Cells();
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

    /// <summary>Gets which triggers need which parameters, in the order in which that was said.</summary>
    public ImmutableArray<RequiredParameter<TTrigger>> Parameters { get; }

    internal ImmutableArray<TransitionGuard<TContext>> ParameterGuards { get; }

    internal StateTree<TState> Tree { get; }

    /// <summary>
    /// Answers what the trigger makes of the state. Refusals are answers too: a trigger without a rule, known or not, with <see cref="TransitionCodes.NotPermitted"/>;
    /// guards that are not met with <see cref="TransitionCodes.GuardUnmet"/>; a state that was not configured with <see cref="TransitionCodes.UnknownState"/>; a guard
    /// that throws with <see cref="TransitionCodes.GuardThrew"/>, whatever it threw except <see cref="OutOfMemoryException"/>.
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
        return cell.Choice is null ? cell.Otherwise : Ask(in cell, in context);
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
    public TransitionExplanation<TState, TTrigger> Explain(TState state, TTrigger trigger, in TContext context) =>
        TransitionInquiry.Explain(this, state, trigger, in context);

    /// <summary>Lists, for every trigger of the machine, what the state would answer in this context.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public StateInspection<TState, TTrigger> Inspect(TState state, in TContext context)
    {
        RowOf(state, nameof(state));
        return TransitionInquiry.Inspect(this, state, in context);
    }

    /// <summary>Says whether who is in a state is also in another one: the same, or one that it is a substate of, directly or not.</summary>
    /// <exception cref="ArgumentException">One of them is null, unassigned or not configured.</exception>
    public bool IsIn(TState state, TState outer) => _lineage.IsWithin(RowOf(state, nameof(state)), RowOf(outer, nameof(outer)));

    /// <summary>Returns where one is after entering a state: the state itself, or its initial substate, and so on inwards.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public TState Settle(TState state) => _lineage.LeafOf(RowOf(state, nameof(state)));

    /// <summary>Returns the state that a state is directly a substate of, if it is one of any.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public bool TryGetParent(TState state, [MaybeNullWhen(false)] out TState parent) => TryGet(Tree.ParentOf(NumberOf(state)), out parent);

    /// <summary>Returns the substate in which a state begins, if it has any.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public bool TryGetInitialSubstate(TState state, [MaybeNullWhen(false)] out TState substate) => TryGet(Tree.InitialOf(NumberOf(state)), out substate);

    /// <summary>
    /// Returns which states an answer leaves and enters. A move leaves no state that both ends are within; a re-entry leaves the state that its rule was written for.
    /// </summary>
    /// <param name="from">The state before.</param>
    /// <param name="transition">What this definition answered there.</param>
    /// <exception cref="ArgumentException">The state is not configured, or the answer is none of this definition.</exception>
    public TransitionPath<TState> PathOf(TState from, in Transition<TState> transition)
    {
        var row = RowOf(from, nameof(from));
        if (transition.Outcome is not (TransitionOutcome.Moved or TransitionOutcome.Reentered))
        {
            return default;
        }

        if (transition.ReasonId < 1 || transition.ReasonId > Rules.Length || !Has(transition.Target))
        {
            throw new ArgumentException($"The machine «{Name}» did not give this answer.", nameof(transition));
        }

        var end = _states.NumberOf(transition.Target);
        var rule = Rules[transition.ReasonId - 1];
        var shared = _lineage.Shared(row, end);
        return _lineage.Path(row, end, rule.Outcome == TransitionOutcome.Reentered ? Math.Min(shared, _lineage.DepthOf(_states.NumberOf(rule.From))) : shared);
    }

    /// <summary>Returns which states are entered, the outermost first, by whoever starts in a state; the last one is where it settles.</summary>
    /// <exception cref="ArgumentException">The state is null, unassigned or not configured.</exception>
    public TransitionPath<TState> PathInto(TState start) => _lineage.PathInto(RowOf(Settle(start), nameof(start)));

    /// <summary>
    /// Draws the machine as a Mermaid <c>stateDiagram-v2</c>: lines end with <c>\n</c>, ignored triggers are left out, a state with substates is drawn around them. States that were visited stand out.
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

    internal bool IsTerminal(TState state) => _terminal.Contains(state);

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

    /// <summary>Gets the head of the rules that a state asks for a trigger.</summary>
    internal GuardedChoice<TState, TContext>? Asks(TState state, TTrigger trigger)
    {
        var row = _states.NumberOf(state);
        return row < _states.Count ? _cells[(row * _stride) + Math.Min(_triggers.NumberOf(trigger), _triggers.Count)].Choice : null;
    }

    /// <summary>Apart from <see cref="Fire"/>, so that a cell without guards pays nothing for those that may throw.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Transition<TState> Ask(in TransitionCell<TState, TContext> cell, in TContext context)
    {
        var choice = cell.Choice;
        try
        {
            for (; choice is not null; choice = choice.Next)
            {
                if (choice.Guard(in context))
                {
                    return choice.Chosen is { } chosen ? chosen.Choose(in context) : choice.Met;
                }
            }
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return choice!.Threw;
        }

        return cell.Otherwise;
    }

    private bool TryGet(int number, [MaybeNullWhen(false)] out TState state)
    {
        state = number == StateTree<TState>.None ? default : States[number];
        return number != StateTree<TState>.None;
    }

    private int NumberOf(TState state)
    {
        RowOf(state, nameof(state));
        return Tree.NumberOf(state);
    }

    private uint RowOf(TState state, string parameter)
    {
        ThrowIfNull(state, parameter);
        return Has(state) ? _states.NumberOf(state) : throw new ArgumentException($"The machine «{Name}» has no state «{state}».", parameter);
    }
}
