using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>Says what is wrong with a lifecycle definition.</summary>
public static class LifecycleReview
{
    /// <summary>Lists every fault at once; empty where the engine can use the definition.</summary>
    public static ImmutableArray<StateMachineFault> FaultsOf(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. Own(definition), .. LifecycleCompiler.Builder(definition).Review()];
    }

    /// <summary>What only data can get wrong; the rest is for the machine to say.</summary>
    private static IEnumerable<StateMachineFault> Own(LifecycleDefinition definition)
    {
        foreach (var twice in definition.Phases.GroupBy(phase => phase).Where(group => group.Skip(1).Any()))
        {
            yield return new StateMachineFault
            {
                Code = StateMachineFaultCodes.DuplicateName,
                Sentence = $"The phase «{twice.Key}» is listed more than once.",
            };
        }

        foreach (var row in definition.Rows.Where(row => !definition.Phases.Contains(row.From)))
        {
            yield return new StateMachineFault
            {
                Code = StateMachineFaultCodes.SourceUndefined,
                Sentence = $"A row for the trigger «{row.Trigger}» leaves «{row.From}», which is not one of the phases.",
            };
        }
    }
}
