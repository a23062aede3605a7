using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>Finds everything that is wrong with a machine before it is built.</summary>
internal sealed class StateMachineReview<TState, TTrigger, TContext>
    where TState : notnull
    where TTrigger : notnull
{
    internal const int MostRules = ushort.MaxValue - 1;
    internal const int MostCells = 1 << 20;
    internal const int MostTargets = 256;

    private static readonly EqualityComparer<TState> States = EqualityComparer<TState>.Default;
    private readonly StateMachineBuilder<TState, TTrigger, TContext> _builder;
    private readonly ImmutableArray<StateMachineFault>.Builder _faults = ImmutableArray.CreateBuilder<StateMachineFault>();

    internal StateMachineReview(StateMachineBuilder<TState, TTrigger, TContext> builder) => _builder = builder;

    internal ImmutableArray<StateMachineFault> Faults()
    {
        if (_builder.Configured.Count == 0)
        {
            Found(StateMachineFaultCodes.Empty, "No state was configured; configure at least one.");
            return _faults.ToImmutable();
        }

        var isTooLarge = IsTooLarge();
        Name(_builder.Name, "machine");
        Names(_builder.Configured.Select(state => state.State.ToString()), "state");
        Names(_builder.Triggers.Select(trigger => trigger.ToString()), "trigger");
        Starts();
        var tree = StateTree<TState>.Of(_builder.Configured);
        new SubstateReview<TState, TTrigger, TContext>(_builder.Configured, tree, Found).Run();
        foreach (var draft in _builder.Drafts)
        {
            Target(draft.Rule);
        }

        Ambiguities();
        new WordReview<TState, TTrigger, TContext>(_builder, Found).Run();
        if (!isTooLarge)
        {
            new ReachReview<TState, TTrigger, TContext>(_builder, tree, Found).Run();
        }

        return _faults.ToImmutable();
    }

    /// <summary>What is too large is not walked through: whoever sends such a definition may want that.</summary>
    private bool IsTooLarge()
    {
        var cells = (long)_builder.Configured.Count * (_builder.Triggers.Count + 1);
        if (_builder.Drafts.Count <= MostRules && cells <= MostCells)
        {
            return false;
        }

        Found(StateMachineFaultCodes.TooLarge, $"A machine has at most {MostRules} rules and {MostCells} cells, but this one has {_builder.Drafts.Count} and {cells}.");
        return true;
    }

    private void Names(IEnumerable<string?> names, string what)
    {
        foreach (var group in names.GroupBy(name => name ?? "", StringComparer.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(group.Key))
            {
                Found(StateMachineFaultCodes.DuplicateName, $"A {what} has no text; give it one.");
                continue;
            }

            Name(group.Key, what);
            if (group.Skip(1).Any())
            {
                Found(StateMachineFaultCodes.DuplicateName, $"{group.Count()} {what}s read «{group.Key}»; give each a text of its own.");
            }
        }
    }

    private void Name(string name, string what)
    {
        if (!HostText.IsId(name))
        {
            Found(StateMachineFaultCodes.NameInvalid, $"The name of a {what} has 1 to {HostText.LongestId} characters, none of them a control character, and no half surrogate pair; this is not: «{name}».");
        }
    }

    private void Starts()
    {
        if (_builder.Starts.Count == 0)
        {
            Found(StateMachineFaultCodes.NoStart, "No state was named in which the machine starts.");
        }

        foreach (var start in _builder.Starts.Where(start => !_builder.Has(start)))
        {
            Found(StateMachineFaultCodes.StartUndefined, $"The machine starts in «{start}», which is not configured.");
        }
    }

    private void Target(TransitionRule<TState, TTrigger> rule)
    {
        if (rule.Choice is not null)
        {
            Targets(rule);
            return;
        }

        Defined(rule, rule.Target);
        if (rule.Outcome == TransitionOutcome.Moved && States.Equals(rule.From, rule.Target))
        {
            Found(StateMachineFaultCodes.MoveToItself, $"From «{rule.From}» the trigger «{rule.Trigger}» leads to the same state; say whether it is a re-entry, internal or ignored.");
        }
    }

    private void Targets(TransitionRule<TState, TTrigger> rule)
    {
        if (rule.Targets.IsEmpty)
        {
            Found(StateMachineFaultCodes.ChoiceTargets, $"In «{rule.From}» the choice «{rule.Choice}» for the trigger «{rule.Trigger}» has no targets; declare every state that it may choose.");
        }

        if (rule.Targets.Length > MostTargets)
        {
            Found(StateMachineFaultCodes.ChoiceTargets, $"In «{rule.From}» the choice «{rule.Choice}» for the trigger «{rule.Trigger}» declares {rule.Targets.Length} targets; at most {MostTargets} are possible.");
        }

        foreach (var group in rule.Targets.GroupBy(target => target))
        {
            Defined(rule, group.Key);
            if (group.Skip(1).Any())
            {
                Found(StateMachineFaultCodes.ChoiceTargets, $"In «{rule.From}» the choice «{rule.Choice}» for the trigger «{rule.Trigger}» declares «{group.Key}» more than once.");
            }
        }
    }

    private void Defined(TransitionRule<TState, TTrigger> rule, TState target)
    {
        if (!_builder.Has(target))
        {
            Found(StateMachineFaultCodes.TargetUndefined, $"From «{rule.From}» the trigger «{rule.Trigger}» leads to «{target}», which is not configured.");
        }
    }

    private void Ambiguities()
    {
        foreach (var group in _builder.Drafts.Select(draft => draft.Rule).GroupBy(rule => (rule.From, rule.Trigger)))
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

    private void Found(string code, string sentence) => _faults.Add(new StateMachineFault { Code = code, Sentence = SpelledOut.Of(sentence) });
}
