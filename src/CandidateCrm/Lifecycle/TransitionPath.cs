namespace CandidateCrm.Lifecycle;

/// <summary>
/// Which states an answer leaves and enters, in order: what other machines call exit and entry actions, as values. Nothing is allocated; the lists belong
/// to the definition. A refusal, an ignored trigger and an internal transition leave and enter nothing.
/// </summary>
/// <typeparam name="TState">The type of the states.</typeparam>
public readonly ref struct TransitionPath<TState>
    where TState : notnull
{
    internal TransitionPath(ReadOnlySpan<TState> left, ReadOnlySpan<TState> entered)
    {
        Left = left;
        Entered = entered;
    }

    /// <summary>Gets the states that are left, the innermost first.</summary>
    public ReadOnlySpan<TState> Left { get; }

    /// <summary>Gets the states that are entered, the outermost first; the last one is the state afterwards.</summary>
    public ReadOnlySpan<TState> Entered { get; }
}
