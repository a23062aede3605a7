namespace CandidateCrm.Lifecycle;

/// <summary>
/// Which state is a substate of which, in numbers of the order in which the states were configured. What is faulty is cut off, so that nothing that
/// walks the tree goes round for ever; the review tells it.
/// </summary>
internal sealed class StateTree<TState>
    where TState : notnull
{
    internal const int None = -1;
    internal const int Deepest = 16;

    private readonly Dictionary<TState, int> _numbers;
    private readonly int[] _parents;
    private readonly int[] _initials;
    private readonly int[] _leaves;
    private readonly bool[] _hasSubstates;

    private StateTree(Dictionary<TState, int> numbers)
    {
        _numbers = numbers;
        _parents = new int[numbers.Count];
        _initials = new int[numbers.Count];
        _leaves = new int[numbers.Count];
        _hasSubstates = new bool[numbers.Count];
        Array.Fill(_parents, None);
        Array.Fill(_initials, None);
        Array.Fill(_leaves, None);
    }

    internal int Count => _parents.Length;

    /// <summary>Gets the circles that were cut, each from the state that was configured first, upwards.</summary>
    internal List<List<int>> Circles { get; } = [];

    internal static StateTree<TState> Of<TTrigger, TContext>(IReadOnlyList<StateConfiguration<TState, TTrigger, TContext>> states)
        where TTrigger : notnull
    {
        var tree = new StateTree<TState>(states.Index().ToDictionary(pair => pair.Item.State, pair => pair.Index));
        for (var state = 0; state < states.Count; state++)
        {
            if (states[state].Parents is [var parent, ..] && tree._numbers.TryGetValue(parent, out var above))
            {
                tree._parents[state] = above;
                tree._hasSubstates[above] = true;
            }
        }

        tree.CutCircles();
        for (var state = 0; state < states.Count; state++)
        {
            if (states[state].Initials is [var initial, ..] && tree._numbers.TryGetValue(initial, out var within) && tree._parents[within] == state)
            {
                tree._initials[state] = within;
            }
        }

        tree.FindLeaves();
        return tree;
    }

    /// <summary>Returns the number of a state, or <see cref="None"/>.</summary>
    internal int NumberOf(TState state) => _numbers.GetValueOrDefault(state, None);

    internal int ParentOf(int state) => _parents[state];

    internal int InitialOf(int state) => _initials[state];

    internal bool HasSubstates(int state) => _hasSubstates[state];

    /// <summary>Returns the state and all it is within, from the inside out.</summary>
    internal IEnumerable<int> Up(int state)
    {
        for (var at = state; at != None; at = _parents[at])
        {
            yield return at;
        }
    }

    /// <summary>Returns where a rule that leads to the state ends.</summary>
    internal int LeafOf(int state) => _leaves[state];

    /// <summary>Says whether more states than allowed lie around the state, without counting further.</summary>
    internal bool IsTooDeep(int state) => Up(state).Take(Deepest + 1).Count() > Deepest;

    /// <summary>Each way inwards is walked once, however deep it is.</summary>
    private void FindLeaves()
    {
        var way = new Stack<int>();
        for (var state = 0; state < _leaves.Length; state++)
        {
            var at = state;
            for (; _leaves[at] == None && _initials[at] != None; at = _initials[at])
            {
                way.Push(at);
            }

            var leaf = _leaves[at] == None ? at : _leaves[at];
            _leaves[at] = leaf;
            while (way.TryPop(out var outer))
            {
                _leaves[outer] = leaf;
            }
        }
    }

    private void CutCircles()
    {
        var met = new int[_parents.Length];
        for (var start = 0; start < _parents.Length; start++)
        {
            var at = start;
            while (at != None && met[at] == 0)
            {
                met[at] = start + 1;
                at = _parents[at];
            }

            if (at != None && met[at] == start + 1)
            {
                Cut(at);
            }
        }
    }

    private void Cut(int first)
    {
        var circle = new List<int> { first };
        for (var at = _parents[first]; at != first; at = _parents[at])
        {
            circle.Add(at);
        }

        var least = circle.IndexOf(circle.Min());
        Circles.Add([.. circle[least..], .. circle[..least]]);
        foreach (var state in circle)
        {
            _parents[state] = None;
        }
    }
}
