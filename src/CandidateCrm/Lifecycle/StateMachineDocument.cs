using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>A state machine as data: what its JSON says, before anything is judged but the form.</summary>
internal sealed record StateMachineDocument
{
    internal required string Name { get; init; }

    internal required ImmutableArray<string> Starts { get; init; }

    internal required ImmutableArray<StateRow> States { get; init; }

    internal required ImmutableArray<string> Triggers { get; init; }

    internal required ImmutableArray<ParameterRow> Parameters { get; init; }

    internal required ImmutableArray<RuleRow> Rules { get; init; }

    internal static StateMachineDocument Of<TContext>(StateMachineDefinition<string, string, TContext> machine) => new()
    {
        Name = machine.Name,
        Starts = machine.Starts,
        States =
        [
            .. machine.States.Select(state => new StateRow(
                state,
                machine.TryGetParent(state, out var parent) ? parent : null,
                machine.TryGetInitialSubstate(state, out var substate) ? substate : null,
                machine.IsTerminal(state))),
        ],
        Triggers = machine.Triggers,
        Parameters = [.. machine.Parameters.Select(needed => new ParameterRow(needed.Trigger, new MachineWordUse(needed.Name, needed.Version)))],
        Rules = [.. machine.Rules.Select(RuleRow.Of)],
    };
}
