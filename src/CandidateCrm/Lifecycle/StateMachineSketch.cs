using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>What a drawing shows of a machine, in texts and numbers only.</summary>
internal sealed class StateMachineSketch
{
    internal required string Name { get; init; }

    internal required ImmutableArray<string> States { get; init; }

    internal required ImmutableArray<int> Starts { get; init; }

    internal required ImmutableArray<int> Terminal { get; init; }

    internal required ImmutableArray<Arrow> Arrows { get; init; }

    internal required ImmutableArray<int> Visited { get; init; }

    /// <summary>The states that were visited, each once, in the order of the drawing.</summary>
    internal ImmutableArray<int> VisitedOnce => [.. Visited.Distinct().Order()];

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

        var numbers = machine.States.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        return new StateMachineSketch
        {
            Name = machine.Name,
            States = [.. machine.States.Select(state => state.ToString()!)],
            Starts = [.. machine.Starts.Select(state => numbers[state])],
            Terminal = [.. machine.TerminalStates.Select(state => numbers[state])],
            Arrows = [.. machine.Rules.Where(rule => rule.Outcome != TransitionOutcome.Ignored)
                .Select(rule => new Arrow(numbers[rule.From], numbers[rule.Target], Label(rule)))],
            Visited = [.. visited.Select(state => numbers[state])],
        };
    }

    /// <summary>Says whether the walk went from one state to the other in one step.</summary>
    internal bool WasWalked(Arrow arrow) => Visited.Zip(Visited.Skip(1)).Any(step => step == (arrow.From, arrow.To));

    private static string Label<TState, TTrigger>(TransitionRule<TState, TTrigger> rule)
        where TState : notnull
        where TTrigger : notnull =>
        $"{rule.Trigger}{(rule.Outcome == TransitionOutcome.Internal ? " (internal)" : "")}{(rule.Guard is null ? "" : $" [{rule.Guard}]")}";

    internal readonly record struct Arrow(int From, int To, string Label);
}
