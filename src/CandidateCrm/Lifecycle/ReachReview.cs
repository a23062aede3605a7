namespace CandidateCrm.Lifecycle;

/// <summary>Finds states without a way out and states that nothing leads to, by all the rules that hold in a state, inherited ones included.</summary>
internal sealed class ReachReview<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private const int None = StateTree<TState>.None;

    private readonly StateMachineBuilder<TState, TTrigger, TContext> _builder;
    private readonly StateTree<TState> _tree;
    private readonly RuleBook<TState, TTrigger, TContext> _book;
    private readonly Action<string, string> _found;
    private readonly HashSet<int>?[] _ways;

    internal ReachReview(StateMachineBuilder<TState, TTrigger, TContext> builder, StateTree<TState> tree, Action<string, string> found)
    {
        _builder = builder;
        _tree = tree;
        _book = new RuleBook<TState, TTrigger, TContext>(tree, builder.Drafts);
        _found = found;
        _ways = new HashSet<int>?[tree.Count];
    }

    internal void Run()
    {
        for (var state = 0; state < _tree.Count; state++)
        {
            // Nobody rests in a state that has substates.
            if (!_tree.HasSubstates(state))
            {
                WayOut(state);
            }
        }

        Reach();
    }

    private void WayOut(int state)
    {
        var configuration = _builder.Configured[state];
        var isLeft = Ways(state).Count > 0;
        if (!configuration.IsTerminal && !isLeft)
        {
            _found(StateMachineFaultCodes.NoWayOut, $"No rule leads from «{configuration.State}» to another state; permit one, or make it terminal.");
        }
        else if (configuration.IsTerminal && isLeft)
        {
            _found(StateMachineFaultCodes.TerminalLeft, $"«{configuration.State}» is terminal, but a rule leads from it to another state.");
        }
    }

    private void Reach()
    {
        if (_builder.Starts.Count == 0)
        {
            return;
        }

        var reached = new bool[_tree.Count];
        var rested = new bool[_tree.Count];
        var open = new Queue<int>();
        foreach (var start in _builder.Starts.Select(_tree.NumberOf).Where(start => start != None))
        {
            Arrive(_tree.LeafOf(start));
        }

        while (open.TryDequeue(out var state))
        {
            foreach (var end in Ways(state).Where(end => end != None))
            {
                Arrive(end);
            }
        }

        Report(reached);

        void Arrive(int leaf)
        {
            // A state around another one is reached with it; whoever comes to rest in it, as its faulty start may have it, goes on from there.
            if (!rested[leaf])
            {
                rested[leaf] = true;
                open.Enqueue(leaf);
            }

            foreach (var state in _tree.Up(leaf).TakeWhile(state => !reached[state]))
            {
                reached[state] = true;
            }
        }
    }

    private void Report(bool[] reached)
    {
        for (var state = 0; state < reached.Length; state++)
        {
            if (!reached[state])
            {
                _found(StateMachineFaultCodes.Unreachable, $"No path leads from a start to «{_builder.Configured[state].State}».");
            }
        }
    }

    /// <summary>The other states to which a trigger may lead from this one.</summary>
    private HashSet<int> Ways(int state) => _ways[state] ??=
    [
        .. _book.TriggersOf(state)
            .SelectMany(trigger => _book.Asked(state, trigger))
            .SelectMany(draft => _book.EndsOf(draft.Rule))
            .Where(end => end != state),
    ];
}
