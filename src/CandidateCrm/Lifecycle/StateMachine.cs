using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>Where the definition of a state machine begins.</summary>
public static class StateMachine
{
    /// <summary>Begins a definition whose states and triggers are enums, strings (compared ordinally) or any other type with value equality. Enums whose members lie close together are the fastest.</summary>
    /// <typeparam name="TState">The type of the states.</typeparam>
    /// <typeparam name="TTrigger">The type of the triggers.</typeparam>
    /// <typeparam name="TContext">What the guards look at; <see cref="NoContext"/> where there are none.</typeparam>
    /// <param name="name">The name that drawings and messages show.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static StateMachineBuilder<TState, TTrigger, TContext> Define<TState, TTrigger, TContext>(string name)
        where TState : notnull
        where TTrigger : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, KeyNumbering<TState>.Of);
    }

    /// <summary>Begins a definition whose states are codes, such as stages or phases; as <see cref="Define"/>, and faster than that for such a type.</summary>
    /// <typeparam name="TState">The type of the states.</typeparam>
    /// <typeparam name="TTrigger">The type of the triggers: an enum, a string or any other type with value equality.</typeparam>
    /// <typeparam name="TContext">What the guards look at; <see cref="NoContext"/> where there are none.</typeparam>
    /// <param name="name">The name that drawings and messages show.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public static StateMachineBuilder<TState, TTrigger, TContext> DefineKeyed<TState, TTrigger, TContext>(string name)
        where TState : struct, IHostText<TState>
        where TTrigger : notnull
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new(name, CodeLookup<TState>.Numbering);
    }
}
