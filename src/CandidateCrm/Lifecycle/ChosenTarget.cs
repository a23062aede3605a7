namespace CandidateCrm.Lifecycle;

/// <summary>What a rule answers for each of the targets among which it chooses, in one state.</summary>
internal sealed class ChosenTarget<TState, TContext>(TargetChooser<TState, TContext> chooser, TState[] targets, Transition<TState>[] answers)
    where TState : notnull
{
    internal required Transition<TState> Threw { get; init; }

    internal required Transition<TState> Undeclared { get; init; }

    internal Transition<TState> Choose(in TContext context)
    {
        try
        {
            var chosen = chooser(in context);
            for (var i = 0; i < targets.Length; i++)
            {
                if (EqualityComparer<TState>.Default.Equals(targets[i], chosen))
                {
                    return answers[i];
                }
            }

            return Undeclared;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return Threw;
        }
    }
}
