namespace CandidateCrm.Lifecycle;

/// <summary>Writes the rules of a machine into the cells that firing looks into. Inherited rules are written into every substate, so that nothing walks outwards later.</summary>
internal sealed class TransitionTable<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateMachineBuilder<TState, TTrigger, TContext> _builder;
    private readonly StateTree<TState> _tree;
    private readonly KeyNumbering<TState> _states;
    private readonly KeyNumbering<TTrigger> _triggers;
    private readonly ILookup<TTrigger, NamedGuard<TContext>> _parameters;
    private readonly Dictionary<int, (TState[] Targets, Transition<TState>[] Elsewhere)> _choices = [];

    internal TransitionTable(
        StateMachineBuilder<TState, TTrigger, TContext> builder,
        StateTree<TState> tree,
        KeyNumbering<TState> states,
        KeyNumbering<TTrigger> triggers)
    {
        (_builder, _tree, _states, _triggers) = (builder, tree, states, triggers);
        _parameters = builder.Parameters.ToLookup(parameter => parameter.Trigger, parameter => parameter.Given);
    }

    /// <summary>Makes the cells: a row for each state, with a column for each trigger and one for what is none.</summary>
    internal TransitionCell<TState, TContext>[] Cells()
    {
        var stride = _triggers.Count + 1;
        var cells = new TransitionCell<TState, TContext>[_states.Count * stride];

        // A member between two states of an enum that is itself no state answers as every unknown state does.
        for (uint row = 0; _states.IsEnum && row < _states.Count; row++)
        {
            Row(cells, row).Fill(Nothing(_states.MemberAt(row), Transition<TState>.NoSuchState));
        }

        var book = new RuleBook<TState, TTrigger, TContext>(_tree, _builder.Drafts);
        for (var number = 0; number < _tree.Count; number++)
        {
            var state = _builder.Configured[number].State;
            var row = Row(cells, _states.NumberOf(state));
            row.Fill(Nothing(state, Transition<TState>.NoRule));
            foreach (var trigger in book.TriggersOf(number))
            {
                row[(int)_triggers.NumberOf(trigger)] = Cell(number, trigger, book.Asked(number, trigger));
            }
        }

        return cells;
    }

    private static TransitionCell<TState, TContext> Nothing(TState state, int reason) =>
        new() { Otherwise = new Transition<TState>(TransitionOutcome.Refused, state, (ushort)reason) };

    private static bool Always(in TContext context) => true;

    private Span<TransitionCell<TState, TContext>> Row(TransitionCell<TState, TContext>[] cells, uint row)
    {
        var stride = (int)_triggers.Count + 1;
        return cells.AsSpan((int)row * stride, stride);
    }

    private TransitionCell<TState, TContext> Cell(int number, TTrigger trigger, List<RuleDraft<TState, TTrigger, TContext>> asked)
    {
        var state = _builder.Configured[number].State;
        var first = asked[0].Rule.Id;
        var cell = Nothing(state, first);
        for (var i = asked.Count - 1; i >= 0; i--)
        {
            var draft = asked[i];
            if (draft is { Guard: null, Chooser: null })
            {
                cell.Otherwise = Answer(number, draft.Rule);
                continue;
            }

            var id = draft.Rule.Id;
            var met = draft.Chooser is null ? Answer(number, draft.Rule) : default;
            cell.Choice = new(draft.Guard ?? Always, met, Refused(state, id, TransitionObstacle.GuardThrew), cell.Choice) { Chosen = Chosen(number, draft) };
        }

        foreach (var given in _parameters[trigger].Reverse())
        {
            var predicate = given.Predicate;
            cell.Choice = new(
                (in context) => !predicate(in context),
                Refused(state, first, TransitionObstacle.ParameterMissing),
                Refused(state, first, TransitionObstacle.ParameterThrew),
                cell.Choice);
        }

        return cell;
    }

    private static Transition<TState> Refused(TState state, int rule, TransitionObstacle obstacle) =>
        new(TransitionOutcome.Refused, state, (ushort)rule, obstacle);

    private Transition<TState> Answer(int number, TransitionRule<TState, TTrigger> rule) =>
        rule.Outcome is TransitionOutcome.Moved or TransitionOutcome.Reentered
            ? Move(number, rule.Id, rule.Target)
            : new Transition<TState>(rule.Outcome, _builder.Configured[number].State, (ushort)rule.Id);

    /// <summary>Says where a state with substates is entered, and whether that is where one was.</summary>
    private Transition<TState> Move(int number, int rule, TState target)
    {
        var leaf = _tree.LeafOf(_tree.NumberOf(target));
        return new Transition<TState>(leaf == number ? TransitionOutcome.Reentered : TransitionOutcome.Moved, _builder.Configured[leaf].State, (ushort)rule);
    }

    private ChosenTarget<TState, TContext>? Chosen(int number, RuleDraft<TState, TTrigger, TContext> draft)
    {
        if (draft.Chooser is not { } chooser)
        {
            return null;
        }

        var state = _builder.Configured[number].State;
        var (targets, answers) = Choices(number, draft.Rule);
        return new(chooser, targets, answers)
        {
            Threw = Refused(state, draft.Rule.Id, TransitionObstacle.ChoiceThrew),
            Undeclared = Refused(state, draft.Rule.Id, TransitionObstacle.ChoiceUndeclared),
        };
    }

    /// <summary>The lists are shared by all states in which the rule holds, except those to which it may lead: there, one answer is a re-entry.</summary>
    private (TState[] Targets, Transition<TState>[] Answers) Choices(int number, TransitionRule<TState, TTrigger> rule)
    {
        if (!_choices.TryGetValue(rule.Id, out var choices))
        {
            choices = ([.. rule.Targets], [.. rule.Targets.Select(target => Move(StateTree<TState>.None, rule.Id, target))]);
            _choices.Add(rule.Id, choices);
        }

        return rule.Targets.Any(target => _tree.LeafOf(_tree.NumberOf(target)) == number)
            ? (choices.Targets, [.. rule.Targets.Select(target => Move(number, rule.Id, target))])
            : choices;
    }
}
