using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Says what is wrong with a lifecycle definition.</summary>
public static class LifecycleReview
{
    /// <summary>Lists every fault at once; empty where the engine can use the definition.</summary>
    public static ImmutableArray<StateMachineFault> FaultsOf(LifecycleDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return [.. Own(definition), .. ReadingFaults(definition), .. PlanFaults(definition.Onboarding), .. LifecycleCompiler.Builder(definition).Review()];
    }

    private static IEnumerable<StateMachineFault> ReadingFaults(LifecycleDefinition definition)
    {
        var earlier = new HashSet<FactMatch>();
        for (var i = 0; i < definition.Readings.Length; i++)
        {
            var where = string.Create(CultureInfo.InvariantCulture, $"Reading {i + 1}");
            foreach (var match in definition.Readings[i].When.AnyOf)
            {
                if (!IsFact(match.Type))
                {
                    yield return new StateMachineFault { Code = LifecycleFaultCodes.FactUnknown, Sentence = $"{where} means «{match.Type}», but no fact is called that." };
                }
                else if (!earlier.Add(match))
                {
                    yield return new StateMachineFault { Code = LifecycleFaultCodes.ReadingTwice, Sentence = $"{where} means a «{match.Type}» that is meant already; leave one of them out." };
                }
            }
        }
    }

    private static IEnumerable<StateMachineFault> PlanFaults(OnboardingPlan plan) =>
        plan.CheckInDays.Where(day => day > plan.OverAfterDays).Select(day => new StateMachineFault
        {
            Code = LifecycleFaultCodes.CheckInTooLate,
            Sentence = string.Create(CultureInfo.InvariantCulture, $"The check-in on day {day} lies behind day {plan.OverAfterDays}, on which the onboarding is over."),
        });

    private static bool IsFact(string name) =>
        EntryTypes.All.Any(type => string.Equals(type.Name, name, StringComparison.Ordinal) && typeof(IFact).IsAssignableFrom(type.Type));

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
