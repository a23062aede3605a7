namespace CandidateCrm.Lifecycle;

/// <summary>Reads a random machine slowly: from dictionaries, walking outwards at each question, and remembering nothing.</summary>
internal sealed class MachineOracle(RandomMachine machine)
{
    private readonly Dictionary<int, int> _parents = machine.Configured.Where(state => machine.Parents[state] != RandomMachine.None).ToDictionary(state => state, state => machine.Parents[state]);

    internal Transition<int> Answer(int state, int trigger, int context)
    {
        if (!machine.Configured.Contains(state))
        {
            return new(TransitionOutcome.Refused, state, Transition<int>.NoSuchState);
        }

        var asked = Asked(state, trigger);
        if (asked.Count == 0)
        {
            return new(TransitionOutcome.Refused, state, Transition<int>.NoRule);
        }

        if (trigger == RandomMachine.NeedyTrigger && !RandomMachine.IsGiven(context))
        {
            return new(TransitionOutcome.Refused, state, (ushort)asked[0].Id, TransitionObstacle.ParameterMissing);
        }

        foreach (var (rule, id) in asked)
        {
            switch (rule.Guard is { } guard ? RandomMachine.IsMet(guard, context) : true)
            {
                case null:
                    return new(TransitionOutcome.Refused, state, (ushort)id, TransitionObstacle.GuardThrew);
                case true:
                    return Met(state, rule, (ushort)id, context);
                default:
                    continue;
            }
        }

        return new(TransitionOutcome.Refused, state, (ushort)asked[0].Id);
    }

    /// <summary>What a state is within, itself included, from the inside out.</summary>
    internal List<int> Around(int state)
    {
        var around = new List<int> { state };
        while (ParentOf(around[^1]) is { } parent)
        {
            around.Add(parent);
        }

        return around;
    }

    internal int Settle(int state)
    {
        var initial = machine.Initials[state];
        return initial != RandomMachine.None && machine.Configured.Contains(initial) && ParentOf(initial) == state ? Settle(initial) : state;
    }

    /// <summary>What a step leaves and enters: all that is around one end and not around the other, unless the rule says that more is left.</summary>
    internal (List<int> Left, List<int> Entered) Path(int from, Transition<int> answer)
    {
        if (answer.Outcome is not (TransitionOutcome.Moved or TransitionOutcome.Reentered))
        {
            return ([], []);
        }

        var (before, after) = (Around(from), Around(answer.Target));
        var kept = before.Intersect(after).ToList();
        if (from == answer.Target)
        {
            kept.Remove(from);
        }

        var rule = machine.Rules[answer.ReasonId - 1];
        if (rule.Outcome == TransitionOutcome.Reentered)
        {
            kept.RemoveAll(state => Around(state).Contains(rule.From));
        }

        return ([.. before.Except(kept)], [.. after.Except(kept).Reverse()]);
    }

    internal IEnumerable<string> Faults()
    {
        if (machine.Configured.IsEmpty)
        {
            return [StateMachineFaultCodes.Empty];
        }

        return [.. Shape(), .. RuleFaults(), .. Reach()];
    }

    private IEnumerable<string> Shape()
    {
        var circles = machine.Configured.Where(IsOnCircle).Select(state => string.Join(',', Circle(state).Order())).Distinct();
        return
        [
            .. Enumerable.Repeat(StateMachineFaultCodes.NoStart, machine.Starts.IsEmpty ? 1 : 0),
            .. machine.Starts.Except(machine.Configured).Select(_ => StateMachineFaultCodes.StartUndefined),
            .. _parents.Values.Where(parent => !machine.Configured.Contains(parent)).Select(_ => StateMachineFaultCodes.ParentUndefined),
            .. circles.Select(_ => StateMachineFaultCodes.SubstateCycle),
            .. machine.Configured.Where(state => HasSubstates(state) && machine.Initials[state] == RandomMachine.None).Select(_ => StateMachineFaultCodes.InitialMissing),
            .. machine.Configured.Where(state => machine.Initials[state] is not RandomMachine.None and var initial
                && !(machine.Configured.Contains(initial) && machine.Parents[initial] == state)).Select(_ => StateMachineFaultCodes.InitialForeign),
            .. machine.Terminal.Where(HasSubstates).Select(_ => StateMachineFaultCodes.TerminalWithSubstates),
        ];
    }

    private IEnumerable<string> RuleFaults()
    {
        var cells = machine.Rules.GroupBy(rule => (rule.From, rule.Trigger)).ToList();
        var choices = machine.Rules.Where(rule => !rule.Among.IsDefault).ToList();
        return
        [
            .. machine.Rules.SelectMany(Targets).Where(target => !machine.Configured.Contains(target)).Select(_ => StateMachineFaultCodes.TargetUndefined),
            .. choices.Where(rule => rule.Among.IsEmpty).Select(_ => StateMachineFaultCodes.ChoiceTargets),
            .. choices.SelectMany(rule => rule.Among.CountBy(target => target)).Where(pair => pair.Value > 1).Select(_ => StateMachineFaultCodes.ChoiceTargets),
            .. machine.Rules.Where(rule => rule.Among.IsDefault && rule.Outcome == TransitionOutcome.Moved && rule.From == rule.To).Select(_ => StateMachineFaultCodes.MoveToItself),
            .. cells.Where(cell => cell.Count(rule => rule.Guard is null) > 1).Select(_ => StateMachineFaultCodes.Ambiguous),
            .. cells.SelectMany(cell => cell.Where(rule => rule.Guard is not null).CountBy(rule => rule.Guard!.Value)).Where(pair => pair.Value > 1)
                .Select(_ => StateMachineFaultCodes.DuplicateGuard),
        ];
    }

    private IEnumerable<string> Reach()
    {
        var leaves = machine.Configured.Where(state => !HasSubstates(state)).ToList();
        var reached = machine.Starts.Intersect(machine.Configured).Select(Settle).ToHashSet();
        for (var round = 0; round < RandomMachine.StateCount; round++)
        {
            reached.UnionWith(reached.SelectMany(Ways).Intersect(machine.Configured).ToList());
        }

        var entered = reached.SelectMany(Around).ToHashSet();
        return
        [
            .. leaves.Where(state => !machine.Terminal.Contains(state) && Ways(state).Count == 0).Select(_ => StateMachineFaultCodes.NoWayOut),
            .. leaves.Where(state => machine.Terminal.Contains(state) && Ways(state).Count > 0).Select(_ => StateMachineFaultCodes.TerminalLeft),
            .. machine.Configured.Where(state => !machine.Starts.IsEmpty && !entered.Contains(state)).Select(_ => StateMachineFaultCodes.Unreachable),
        ];
    }

    private List<(RandomRule Rule, int Id)> Asked(int state, int trigger)
    {
        var asked = new List<(RandomRule, int)>();
        foreach (var at in Around(state))
        {
            var own = machine.Rules.Select((rule, i) => (Rule: rule, Id: i + 1)).Where(pair => pair.Rule.From == at && pair.Rule.Trigger == trigger).ToList();
            asked.AddRange(own.Where(pair => pair.Rule.Guard is not null));
            if (own.Exists(pair => pair.Rule.Guard is null))
            {
                asked.Add(own.First(pair => pair.Rule.Guard is null));
                break;
            }
        }

        return asked;
    }

    private Transition<int> Met(int state, RandomRule rule, ushort id, int context)
    {
        if (rule.Outcome is TransitionOutcome.Ignored or TransitionOutcome.Internal)
        {
            return new(rule.Outcome, state, id);
        }

        int? target = rule.Among.IsDefault ? rule.To : RandomMachine.ChosenBy(context);
        if (target is null || (!rule.Among.IsDefault && !rule.Among.Contains(target.Value)))
        {
            return new(TransitionOutcome.Refused, state, id, target is null ? TransitionObstacle.ChoiceThrew : TransitionObstacle.ChoiceUndeclared);
        }

        var end = Settle(target.Value);
        return new(end == state ? TransitionOutcome.Reentered : TransitionOutcome.Moved, end, id);
    }

    private static IEnumerable<int> Targets(RandomRule rule) => rule.Among.IsDefault ? [rule.To] : rule.Among.Distinct();

    private HashSet<int> Ways(int state) =>
    [
        .. Enumerable.Range(0, RandomMachine.TriggerCount)
            .SelectMany(trigger => Asked(state, trigger))
            .Where(pair => pair.Rule.Outcome is TransitionOutcome.Moved or TransitionOutcome.Reentered)
            .SelectMany(pair => Targets(pair.Rule))
            .Select(target => machine.Configured.Contains(target) ? Settle(target) : RandomMachine.None)
            .Where(target => target != state),
    ];

    private bool HasSubstates(int state) => _parents.ContainsValue(state);

    private int? ParentOf(int state) =>
        _parents.TryGetValue(state, out var parent) && machine.Configured.Contains(parent) && !IsOnCircle(state) ? parent : null;

    private bool IsOnCircle(int state) => Circle(state).Count > 0;

    private List<int> Circle(int state)
    {
        var way = new List<int>();
        for (var at = state; _parents.TryGetValue(at, out at);)
        {
            way.Add(at);
            if (at == state)
            {
                return way;
            }

            if (way.Count > RandomMachine.StateCount)
            {
                return [];
            }
        }

        return [];
    }
}
