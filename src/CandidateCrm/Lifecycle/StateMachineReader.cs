using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Lifecycle;

/// <summary>Makes a builder of a machine that is data. What is not there is noted and passed over, so that the review tells the rest as well.</summary>
internal sealed class StateMachineReader<TContext>(StateMachineDocument document, StateMachineRegistry<TContext> registry, Place place)
{
    internal const string Whole = "machine";

    private readonly StateMachineBuilder<string, string, TContext> _builder = StateMachine.Define<string, string, TContext>(document.Name);
    private readonly HashSet<string> _states = new(StringComparer.Ordinal);

    internal StateMachineBuilder<string, string, TContext> Builder()
    {
        foreach (var start in document.Starts)
        {
            _builder.StartsIn(start);
        }

        _builder.Knows(document.Triggers);
        foreach (var (number, row) in document.States.Index())
        {
            State(row, place.Member("states").Element(number));
        }

        foreach (var (number, row) in document.Parameters.Index())
        {
            if (Find(registry.Parameters, row.Parameter, "a parameter", place.Member("parameters").Element(number).Member("parameter")) is { } given)
            {
                _builder.Requires(row.Trigger, given);
            }
        }

        foreach (var (number, row) in document.Rules.Index())
        {
            Rule(row, place.Member("rules").Element(number));
        }

        return _builder;
    }

    private static bool Never(in TContext context) => false;

    private void State(StateRow row, Place at)
    {
        if (!_states.Add(row.State))
        {
            at.Member("state").Fault(StateMachineFaultCodes.DuplicateName, $"The state «{row.State}» is listed more than once.");
            return;
        }

        var state = _builder.Configure(row.State);
        _ = row.In is null ? state : state.SubstateOf(row.In);
        _ = row.Begins is null ? state : state.InitialSubstate(row.Begins);
        _ = row.IsTerminal ? state.Terminal() : state;
    }

    private void Rule(RuleRow row, Place at)
    {
        // One that is missing stands in as one that is never met: the rule still counts for what it leads to.
        var guard = row.If is null ? null : Find(registry.Guards, row.If, "a guard", at.Member("if")) ?? Missing(row.If);
        var choice = row.Choose is null ? null : Find(registry.Choices, row.Choose, "a choice", at.Member("choose")) ?? MissingChoice(row.Choose);
        if (!_states.Contains(row.From))
        {
            at.Member("from").Fault(StateMachineFaultCodes.SourceUndefined, $"A rule for the trigger «{row.On}» leaves «{row.From}», which is not one of the states.");
            return;
        }

        var state = _builder.Configure(row.From);
        _ = (row.Does, choice, guard) switch
        {
            (null, null, null) => state.Permit(row.On, row.To!),
            (null, null, _) => state.PermitIf(row.On, row.To!, guard),
            (null, _, null) => state.PermitDynamic(row.On, choice, row.Among),
            (null, _, _) => state.PermitDynamicIf(row.On, choice, guard, row.Among),
            (RuleDeed.Reenter, _, null) => state.PermitReentry(row.On),
            (RuleDeed.Reenter, _, _) => state.PermitReentryIf(row.On, guard),
            (RuleDeed.Ignore, _, null) => state.Ignore(row.On),
            (RuleDeed.Ignore, _, _) => state.IgnoreIf(row.On, guard),
            (_, _, null) => state.InternalTransition(row.On),
            _ => state.InternalTransitionIf(row.On, guard),
        };
    }

    private static T? Find<T>(IReadOnlyDictionary<(string Name, int Version), T> words, MachineWordUse use, string what, Place at)
        where T : class
    {
        if (words.TryGetValue((use.Name, use.Version), out var word))
        {
            return word;
        }

        var versions = words.Keys.Where(key => string.Equals(key.Name, use.Name, StringComparison.Ordinal)).Select(key => key.Version).ToList();
        at.Fault(StateMachineFaultCodes.WordUnknown, versions.Count > 0
            ? $"Version {use.Version} of «{use.Name}» is not registered. Registered are {string.Join(", ", versions)}."
            : Suggestion.For(what, use.Name, [.. words.Keys.Select(key => key.Name).Distinct(StringComparer.Ordinal)]));
        return null;
    }

    private static NamedGuard<TContext> Missing(MachineWordUse use) =>
        new() { Name = use.Name, Version = use.Version, Description = "it is registered", Predicate = Never };

    private static NamedChoice<string, TContext> MissingChoice(MachineWordUse use) =>
        new() { Name = use.Name, Version = use.Version, Description = "what is registered", Chooser = (in _) => use.Name };
}
