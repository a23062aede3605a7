using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Finds everything that is wrong with a machine before it is built.</summary>
internal sealed class StateMachineReview<TState, TTrigger, TContext>(StateMachineBuilder<TState, TTrigger, TContext> builder)
    where TState : notnull
    where TTrigger : notnull
{
    internal const int MostRules = ushort.MaxValue - 1;
    internal const int MostCells = 1 << 20;

    private static readonly EqualityComparer<TState> States = EqualityComparer<TState>.Default;
    private readonly ImmutableArray<StateMachineFault>.Builder _faults = ImmutableArray.CreateBuilder<StateMachineFault>();

    internal ImmutableArray<StateMachineFault> Faults()
    {
        if (builder.Configured.Count == 0)
        {
            Found(StateMachineFaultCodes.Empty, "No state was configured; configure at least one.");
            return _faults.ToImmutable();
        }

        Size();
        Names(builder.Configured.Select(state => state.State.ToString()), "state");
        Names(builder.Triggers.Select(trigger => trigger.ToString()), "trigger");
        Starts();
        foreach (var draft in builder.Drafts)
        {
            Target(draft.Rule);
        }

        Ambiguities();
        Guards();
        WaysOut();
        Reach();
        return _faults.ToImmutable();
    }

    private void Size()
    {
        var cells = (long)builder.Configured.Count * (builder.Triggers.Count + 1);
        if (builder.Drafts.Count > MostRules || cells > MostCells)
        {
            Found(StateMachineFaultCodes.TooLarge, $"A machine has at most {MostRules} rules and {MostCells} cells, but this one has {builder.Drafts.Count} and {cells}.");
        }
    }

    private void Names(IEnumerable<string?> names, string what)
    {
        foreach (var group in names.GroupBy(name => name ?? "", StringComparer.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(group.Key))
            {
                Found(StateMachineFaultCodes.DuplicateName, $"A {what} has no text; give it one.");
            }
            else if (group.Skip(1).Any())
            {
                Found(StateMachineFaultCodes.DuplicateName, $"{group.Count()} {what}s read «{group.Key}»; give each a text of its own.");
            }
        }
    }

    private void Starts()
    {
        if (builder.Starts.Count == 0)
        {
            Found(StateMachineFaultCodes.NoStart, "No state was named in which the machine starts.");
        }

        foreach (var start in builder.Starts.Where(start => !builder.Has(start)))
        {
            Found(StateMachineFaultCodes.StartUndefined, $"The machine starts in «{start}», which is not configured.");
        }
    }

    private void Target(TransitionRule<TState, TTrigger> rule)
    {
        if (!builder.Has(rule.Target))
        {
            Found(StateMachineFaultCodes.TargetUndefined, $"From «{rule.From}» the trigger «{rule.Trigger}» leads to «{rule.Target}», which is not configured.");
        }

        if (rule.Outcome == TransitionOutcome.Moved && States.Equals(rule.From, rule.Target))
        {
            Found(StateMachineFaultCodes.MoveToItself, $"From «{rule.From}» the trigger «{rule.Trigger}» leads to the same state; say whether it is a re-entry, internal or ignored.");
        }
    }

    private void Ambiguities()
    {
        foreach (var group in builder.Drafts.Select(draft => draft.Rule).GroupBy(rule => (rule.From, rule.Trigger)))
        {
            if (group.Count(rule => rule.Guard is null) > 1)
            {
                Found(StateMachineFaultCodes.Ambiguous, $"In «{group.Key.From}» the trigger «{group.Key.Trigger}» has more than one rule without a guard; keep one.");
            }

            foreach (var twice in group.Where(rule => rule.Guard is not null).GroupBy(rule => rule.Guard, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            {
                Found(StateMachineFaultCodes.DuplicateGuard, $"In «{group.Key.From}» the trigger «{group.Key.Trigger}» asks the guard «{twice.Key}» more than once; only the first can decide.");
            }
        }
    }

    private void Guards()
    {
        var described = builder.Drafts.Select(draft => draft.Rule).Where(rule => rule.Guard is not null);
        foreach (var group in described.GroupBy(rule => rule.Guard, StringComparer.Ordinal))
        {
            if (group.Select(rule => rule.GuardDescription).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                Found(StateMachineFaultCodes.DuplicateGuard, $"The guard «{group.Key}» has more than one description; one name stands for one condition.");
            }
        }
    }

    private void WaysOut()
    {
        var left = Moves().Select(rule => rule.From).ToHashSet();
        foreach (var state in builder.Configured)
        {
            if (!state.IsTerminal && !left.Contains(state.State))
            {
                Found(StateMachineFaultCodes.NoWayOut, $"No rule leads from «{state.State}» to another state; permit one, or make it terminal.");
            }
            else if (state.IsTerminal && left.Contains(state.State))
            {
                Found(StateMachineFaultCodes.TerminalLeft, $"«{state.State}» is terminal, but a rule leads from it to another state.");
            }
        }
    }

    private void Reach()
    {
        if (builder.Starts.Count == 0)
        {
            return;
        }

        var next = Moves().ToLookup(rule => rule.From, rule => rule.Target);
        var reached = builder.Starts.ToHashSet();
        var open = new Queue<TState>(reached);
        while (open.TryDequeue(out var state))
        {
            foreach (var target in next[state].Where(reached.Add))
            {
                open.Enqueue(target);
            }
        }

        foreach (var state in builder.Configured.Where(state => !reached.Contains(state.State)))
        {
            Found(StateMachineFaultCodes.Unreachable, $"No path leads from a start to «{state.State}».");
        }
    }

    private IEnumerable<TransitionRule<TState, TTrigger>> Moves() =>
        builder.Drafts.Select(draft => draft.Rule).Where(rule => rule.Outcome == TransitionOutcome.Moved && !States.Equals(rule.From, rule.Target));

    private void Found(string code, string sentence) => _faults.Add(new StateMachineFault { Code = code, Sentence = sentence });
}
