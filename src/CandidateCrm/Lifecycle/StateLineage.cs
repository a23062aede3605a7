namespace CandidateCrm.Lifecycle;

/// <summary>For each state, all that it is within, laid out so that paths between states are parts of lists that exist.</summary>
internal sealed class StateLineage<TState>
    where TState : notnull
{
    // By row of the state: rows and states from the outermost to the state itself, and the states the other way round.
    private readonly uint[][] _rows;
    private readonly TState[][] _inwards;
    private readonly TState[][] _outwards;
    private readonly TState[] _leaves;

    internal StateLineage(IReadOnlyList<TState> states, StateTree<TState> tree, KeyNumbering<TState> numbering)
    {
        _rows = new uint[numbering.Count][];
        _inwards = new TState[numbering.Count][];
        _outwards = new TState[numbering.Count][];
        _leaves = new TState[numbering.Count];
        for (var number = 0; number < states.Count; number++)
        {
            var row = numbering.NumberOf(states[number]);
            _outwards[row] = [.. tree.Up(number).Select(at => states[at])];
            _inwards[row] = [.. _outwards[row].Reverse()];
            _rows[row] = [.. _inwards[row].Select(state => numbering.NumberOf(state))];
            _leaves[row] = states[tree.LeafOf(number)];
        }
    }

    internal TState LeafOf(uint row) => _leaves[row];

    internal bool IsWithin(uint row, uint outer)
    {
        var depth = _rows[outer].Length - 1;
        return depth < _rows[row].Length && _rows[row][depth] == outer;
    }

    /// <summary>Gets how many states lie around a state.</summary>
    internal int DepthOf(uint row) => _rows[row].Length - 1;

    /// <summary>Gets how many states, from the outermost on, both are within; the state itself does not count where both are the same.</summary>
    internal int Shared(uint from, uint to)
    {
        if (from == to)
        {
            return DepthOf(from);
        }

        var (one, other) = (_rows[from], _rows[to]);
        var shared = 0;
        while (shared < one.Length && shared < other.Length && one[shared] == other[shared])
        {
            shared++;
        }

        return shared;
    }

    /// <summary>Returns what is left and entered where the first <paramref name="kept"/> states stay.</summary>
    internal TransitionPath<TState> Path(uint from, uint to, int kept) =>
        new(_outwards[from].AsSpan(0, _outwards[from].Length - kept), _inwards[to].AsSpan(kept));

    internal TransitionPath<TState> PathInto(uint row) => new([], _inwards[row]);
}
