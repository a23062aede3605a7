namespace CandidateCrm.Lifecycle;

/// <summary>Finds names of guards, choices and parameters that stand for two things.</summary>
internal sealed class WordReview<TState, TTrigger, TContext>(StateMachineBuilder<TState, TTrigger, TContext> builder, Action<string, string> found)
    where TState : notnull
    where TTrigger : notnull
{
    internal void Run()
    {
        var rules = builder.Drafts.Select(draft => draft.Rule).ToList();
        Words(StateMachineFaultCodes.DuplicateGuard, "guard", "condition", rules.Where(rule => rule.Guard is not null)
            .Select(rule => new Word(rule.Guard!, rule.GuardDescription!, rule.GuardVersion)));
        Words(StateMachineFaultCodes.DuplicateChoice, "choice", "decision", rules.Where(rule => rule.Choice is not null)
            .Select(rule => new Word(rule.Choice!, rule.ChoiceDescription!, rule.ChoiceVersion)));
        Words(StateMachineFaultCodes.DuplicateParameter, "parameter", "value", builder.Parameters
            .Select(parameter => new Word(parameter.Given.Name, parameter.Given.Description, parameter.Given.Version)));
        foreach (var twice in builder.Parameters.GroupBy(parameter => (parameter.Trigger, parameter.Given.Name)).Where(group => group.Skip(1).Any()))
        {
            found(StateMachineFaultCodes.DuplicateParameter, $"The trigger «{twice.Key.Trigger}» needs the parameter «{twice.Key.Name}» more than once; say it once.");
        }
    }

    private void Words(string code, string what, string thing, IEnumerable<Word> words)
    {
        foreach (var group in words.GroupBy(word => word.Name, StringComparer.Ordinal))
        {
            if (group.Select(word => word.Description).Distinct(StringComparer.Ordinal).Skip(1).Any())
            {
                found(code, $"The {what} «{group.Key}» has more than one description; one name stands for one {thing}.");
            }

            if (group.Select(word => word.Version).Distinct().Skip(1).Any())
            {
                found(code, $"The {what} «{group.Key}» has more than one version; one machine uses one.");
            }
        }
    }

    private readonly record struct Word(string Name, string Description, int Version);
}
