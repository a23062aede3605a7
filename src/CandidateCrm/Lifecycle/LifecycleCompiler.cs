namespace CandidateCrm.Lifecycle;

/// <summary>Turns the rows of a lifecycle into a machine.</summary>
internal static class LifecycleCompiler
{
    internal static StateMachineDefinition<Phase, LifecycleTrigger, NoContext> Compile(LifecycleDefinition definition)
    {
        var faults = LifecycleReview.FaultsOf(definition);
        return faults.IsEmpty
            ? Builder(definition).Build()
            : throw new StateMachineFaultsException(definition.ToString(), faults);
    }

    internal static StateMachineBuilder<Phase, LifecycleTrigger, NoContext> Builder(LifecycleDefinition definition)
    {
        var builder = StateMachine.DefineKeyed<Phase, LifecycleTrigger, NoContext>(definition.ToString())
            .StartsIn(definition.Start)
            .Knows(Enum.GetValues<LifecycleTrigger>());
        foreach (var phase in definition.Phases)
        {
            builder.Configure(phase);
        }

        foreach (var row in definition.Rows.Where(row => definition.Phases.Contains(row.From)))
        {
            if (row.From == row.To)
            {
                builder.Configure(row.From).Ignore(row.Trigger);
            }
            else
            {
                builder.Configure(row.From).Permit(row.Trigger, row.To);
            }
        }

        return builder;
    }
}
