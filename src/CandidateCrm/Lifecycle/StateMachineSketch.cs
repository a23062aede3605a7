using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>What a drawing shows of a machine, in texts and numbers only.</summary>
internal sealed class StateMachineSketch
{
    private readonly HashSet<int> _visited = [];
    private readonly HashSet<(int From, int To)> _walked = [];
    private readonly HashSet<int> _terminal = [];
    private ILookup<int, int> _within = Array.Empty<int>().ToLookup(state => state);
    private ImmutableArray<int> _leaves = [];

    internal required string Name { get; init; }

    internal required ImmutableArray<string> States { get; init; }

    internal required ImmutableArray<int> Starts { get; init; }

    internal required ImmutableArray<int> Terminal { get; init; }

    internal required ImmutableArray<Arrow> Arrows { get; init; }

    /// <summary>The substate in which each state begins; less than zero where it has none.</summary>
    internal required ImmutableArray<int> Initials { get; init; }

    /// <summary>The states that were visited, each once, in the order of the drawing.</summary>
    internal ImmutableArray<int> VisitedOnce => [.. _visited.Order()];

    /// <summary>The states that are within none.</summary>
    internal IEnumerable<int> Outermost => _within[StateTree<int>.None];

    internal static StateMachineSketch Of<TState, TTrigger, TContext>(
        StateMachineDefinition<TState, TTrigger, TContext> machine, IReadOnlyList<TState> visited)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentNullException.ThrowIfNull(visited);
        foreach (var stranger in visited.Where(state => !machine.Has(state)))
        {
            throw new ArgumentException($"The machine «{machine.Name}» has no state «{stranger}».", nameof(visited));
        }

        var tree = machine.Tree;
        var sketch = new StateMachineSketch
        {
            Name = machine.Name,
            States = [.. machine.States.Select(state => state.ToString()!)],
            Starts = [.. machine.Starts.Select(tree.NumberOf)],
            Terminal = [.. machine.TerminalStates.Select(tree.NumberOf)],
            Initials = [.. Enumerable.Range(0, tree.Count).Select(tree.InitialOf)],
            Arrows = [.. machine.Rules.Where(rule => rule.Outcome != TransitionOutcome.Ignored)
                .SelectMany(rule => (rule.Choice is null ? [rule.Target] : rule.Targets.AsEnumerable())
                    .Select(target => new Arrow(tree.NumberOf(rule.From), tree.NumberOf(target), Label(rule))))],
        };
        sketch._terminal.UnionWith(sketch.Terminal);
        sketch._within = Enumerable.Range(0, tree.Count).ToLookup(tree.ParentOf);
        sketch._leaves = [.. Enumerable.Range(0, tree.Count).Select(tree.LeafOf)];
        sketch.Walk(tree, [.. visited.Select(tree.NumberOf)]);
        return sketch;
    }

    internal bool IsVisited(int state) => _visited.Contains(state);

    internal bool IsTerminal(int state) => _terminal.Contains(state);

    internal bool HasSubstates(int state) => _within[state].Any();

    internal IEnumerable<int> Within(int state) => _within[state];

    /// <summary>Says whether the walk went this way in one step; a rule holds in all substates, and leads to where a state begins.</summary>
    internal bool WasWalked(Arrow arrow) => _walked.Contains((arrow.From, arrow.To)) || _walked.Contains((arrow.From, _leaves[arrow.To]));

    private static string Label<TState, TTrigger>(TransitionRule<TState, TTrigger> rule)
        where TState : notnull
        where TTrigger : notnull
    {
        var kind = rule.Outcome == TransitionOutcome.Internal ? " (internal)" : rule.Choice is null ? "" : $" ({rule.Choice})";
        return $"{rule.Trigger}{kind}{(rule.Guard is null ? "" : $" [{rule.Guard}]")}";
    }

    private void Walk<TState>(StateTree<TState> tree, ImmutableArray<int> visited)
        where TState : notnull
    {
        _visited.UnionWith(visited);
        foreach (var (from, to) in visited.Zip(visited.Skip(1)))
        {
            _walked.UnionWith(tree.Up(from).Select(outer => (outer, to)));
        }
    }

    internal readonly record struct Arrow(int From, int To, string Label);
}
