namespace CandidateCrm.Lifecycle;

/// <summary>Which rules a state asks for a trigger, in order: its own, then those of the state around it, and so on outwards, up to the first without a guard.</summary>
internal sealed class RuleBook<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly StateTree<TState> _tree;
    private readonly Dictionary<TTrigger, List<RuleDraft<TState, TTrigger, TContext>>>?[] _own;

    internal RuleBook(StateTree<TState> tree, IReadOnlyList<RuleDraft<TState, TTrigger, TContext>> drafts)
    {
        _tree = tree;
        _own = new Dictionary<TTrigger, List<RuleDraft<TState, TTrigger, TContext>>>?[tree.Count];
        foreach (var draft in drafts)
        {
            var own = _own[tree.NumberOf(draft.Rule.From)] ??= [];
            if (!own.TryGetValue(draft.Rule.Trigger, out var rules))
            {
                own.Add(draft.Rule.Trigger, rules = []);
            }

            rules.Add(draft);
        }
    }

    internal IEnumerable<TTrigger> TriggersOf(int state) =>
        Near(state).SelectMany(at => _own[at]?.Keys ?? Enumerable.Empty<TTrigger>()).Distinct();

    internal List<RuleDraft<TState, TTrigger, TContext>> Asked(int state, TTrigger trigger)
    {
        var asked = new List<RuleDraft<TState, TTrigger, TContext>>();
        foreach (var at in Near(state))
        {
            if (_own[at] is not { } own || !own.TryGetValue(trigger, out var rules))
            {
                continue;
            }

            asked.AddRange(rules.Where(draft => draft.Guard is not null));
            if (rules.Find(draft => draft.Guard is null) is { } always)
            {
                asked.Add(always);
                break;
            }
        }

        return asked;
    }

    /// <summary>Returns the states to which a rule may lead, as numbers of where it ends; <see cref="StateTree{TState}.None"/> for one that is not configured.</summary>
    internal IEnumerable<int> EndsOf(TransitionRule<TState, TTrigger> rule) => rule.Outcome switch
    {
        TransitionOutcome.Moved or TransitionOutcome.Reentered => rule.Choice is null ? [EndOf(rule.Target)] : rule.Targets.Select(EndOf),
        _ => [],
    };

    // What lies deeper is a fault; it must not make the review slow.
    private IEnumerable<int> Near(int state) => _tree.Up(state).Take(StateTree<TState>.Deepest + 1);

    private int EndOf(TState target) => _tree.NumberOf(target) is >= 0 and var number ? _tree.LeafOf(number) : StateTree<TState>.None;
}
