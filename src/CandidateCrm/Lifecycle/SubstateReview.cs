namespace CandidateCrm.Lifecycle;

/// <summary>Finds what is wrong with the nesting of states.</summary>
internal sealed class SubstateReview<TState, TTrigger, TContext>(
    IReadOnlyList<StateConfiguration<TState, TTrigger, TContext>> states, StateTree<TState> tree, Action<string, string> found)
    where TState : notnull
    where TTrigger : notnull
{
    internal void Run()
    {
        for (var state = 0; state < states.Count; state++)
        {
            Parent(state);
            Initial(state);
        }

        foreach (var circle in tree.Circles)
        {
            var way = string.Join(" in ", circle.Append(circle[0]).Select(state => $"«{states[state].State}»"));
            found(StateMachineFaultCodes.SubstateCycle, $"Substates go round in a circle: {way}; take one of these out.");
        }
    }

    private void Parent(int number)
    {
        var state = states[number];
        if (state.Parents.Count > 1)
        {
            found(StateMachineFaultCodes.ParentTwice, $"«{state.State}» is a substate of {string.Join(" and ", state.Parents.Select(parent => $"«{parent}»"))}; keep one.");
        }

        foreach (var parent in state.Parents.Where(parent => tree.NumberOf(parent) == StateTree<TState>.None))
        {
            found(StateMachineFaultCodes.ParentUndefined, $"«{state.State}» is a substate of «{parent}», which is not configured.");
        }

        if (tree.IsTooDeep(number))
        {
            found(StateMachineFaultCodes.TooDeep, $"«{state.State}» lies more than {StateTree<TState>.Deepest} deep; nest less.");
        }
    }

    private void Initial(int number)
    {
        var state = states[number];
        if (state.Initials.Count > 1)
        {
            found(StateMachineFaultCodes.InitialTwice, $"«{state.State}» begins in {string.Join(" and ", state.Initials.Select(initial => $"«{initial}»"))}; keep one.");
        }

        if (state.Initials.Count == 0 && tree.HasSubstates(number))
        {
            found(StateMachineFaultCodes.InitialMissing, $"«{state.State}» has substates; name the one in which it begins.");
        }

        if (state.Initials is [var first, ..] && !IsSubstate(first, state.State))
        {
            found(StateMachineFaultCodes.InitialForeign, $"«{state.State}» begins in «{first}», which is not directly a substate of it.");
        }

        if (state.IsTerminal && tree.HasSubstates(number))
        {
            found(StateMachineFaultCodes.TerminalWithSubstates, $"«{state.State}» is terminal and has substates; make those terminal instead.");
        }
    }

    // As it was written: a circle is told once, not again for each state that begins within it.
    private bool IsSubstate(TState state, TState parent) =>
        tree.NumberOf(state) is >= 0 and var number
        && states[number].Parents is [var written, ..]
        && EqualityComparer<TState>.Default.Equals(written, parent);
}
