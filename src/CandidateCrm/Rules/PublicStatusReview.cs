using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with a definition of public status.</summary>
internal static class PublicStatusReview
{
    internal const int MostSteps = 64;

    /// <summary>Lists every fault at once; empty where the definition can be used.</summary>
    internal static ImmutableArray<RulesFault> FaultsOf(PublicStatusDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var where = $"public status {definition.Key}";
        if (definition.Steps.IsDefaultOrEmpty || definition.Steps.Length > MostSteps)
        {
            return [Fault(PublicStatusFaultCodes.StepsCount, where, $"A public status has 1 to {MostSteps} steps.")];
        }

        return [.. StepFaults(definition, where), .. RowFaults(definition, where), .. EndingFaults(definition, where)];
    }

    private static IEnumerable<RulesFault> StepFaults(PublicStatusDefinition definition, string where)
    {
        foreach (var twice in definition.Steps.GroupBy(step => step.Key).Where(group => group.Skip(1).Any()))
        {
            yield return Fault(PublicStatusFaultCodes.StepTwice, where, $"The step «{twice.Key}» is listed more than once.");
        }

        if (definition.Steps[0].Delay is not null)
        {
            yield return Fault(PublicStatusFaultCodes.FirstWaits, where, $"The first step, «{definition.Steps[0].Key}», is what candidates see at once; it cannot wait.");
        }

        var languages = definition.Steps.SelectMany(step => step.Title.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        foreach (var step in definition.Steps)
        {
            foreach (var fault in FaultsOf(step, languages, where))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<RulesFault> FaultsOf(PublicStep step, string[] languages, string where)
    {
        if (step.Title.IsEmpty)
        {
            yield return Fault(PublicStatusFaultCodes.TitleMissing, where, $"The step «{step.Key}» has no title; candidates need words.");
        }
        else if (languages.Except(step.Title.Keys, StringComparer.Ordinal).FirstOrDefault() is { } missing)
        {
            yield return Fault(PublicStatusFaultCodes.LanguageMissing, where, $"The title of «{step.Key}» is missing in «{missing}», which another step has.");
        }

        if (!step.Next.IsEmpty && step.Title.Keys.Except(step.Next.Keys, StringComparer.Ordinal).FirstOrDefault() is { } unsaid)
        {
            yield return Fault(PublicStatusFaultCodes.LanguageMissing, where, $"What comes next after «{step.Key}» is missing in «{unsaid}».");
        }

        if (step.Delay is { AtMost: not null, AwaitsMessage: false } || step.Delay?.AtMost < step.Delay?.AtLeast)
        {
            yield return Fault(PublicStatusFaultCodes.DelayUnclear, where, $"The delay of «{step.Key}» has an end only where it waits for a message, and the end is not before the least delay.");
        }
    }

    private static IEnumerable<RulesFault> RowFaults(PublicStatusDefinition definition, string where)
    {
        foreach (var row in definition.Rows)
        {
            if (definition.Find(row.Step) is null)
            {
                yield return Unknown(definition, row.Step, where);
            }

            if (row.Stages.IsEmpty && row.Categories.IsEmpty)
            {
                yield return Fault(PublicStatusFaultCodes.RowEmpty, where, $"A row for «{row.Step}» names no stage and no category.");
            }
        }

        var named = definition.Rows.SelectMany(row => row.Stages.Select(stage => $"stage {stage}{(row.Pipeline.IsAssigned ? $" of {row.Pipeline}" : string.Empty)}"));
        foreach (var name in Twice(named.Concat(definition.Rows.SelectMany(row => row.Categories.Select(category => $"category {category}{(row.Pipeline.IsAssigned ? $" of {row.Pipeline}" : string.Empty)}")))))
        {
            yield return Ambiguous(name, where);
        }
    }

    private static IEnumerable<RulesFault> EndingFaults(PublicStatusDefinition definition, string where)
    {
        foreach (var ending in definition.Endings)
        {
            if (definition.Find(ending.Step) is null)
            {
                yield return Unknown(definition, ending.Step, where);
            }

            if (ending.Dispositions.IsDefaultOrEmpty)
            {
                yield return Fault(PublicStatusFaultCodes.RowEmpty, where, $"An ending for «{ending.Step}» names no disposition.");
            }
        }

        foreach (var name in Twice(definition.Endings.SelectMany(ending => ending.Dispositions.Select(disposition => $"disposition {disposition}"))))
        {
            yield return Ambiguous(name, where);
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key);

    private static RulesFault Ambiguous(string name, string where) =>
        Fault(PublicStatusFaultCodes.Ambiguous, where, $"The {name} stands behind more than one step; it belongs to one.");

    private static RulesFault Unknown(PublicStatusDefinition definition, PublicStepKey step, string where) =>
        Fault(PublicStatusFaultCodes.StepUnknown, where, $"There is no step «{step}». Known are {string.Join(", ", definition.Steps.Select(each => each.Key))}.");

    private static RulesFault Fault(string code, string where, string sentence) => new() { Code = code, Where = where, Sentence = sentence };
}
