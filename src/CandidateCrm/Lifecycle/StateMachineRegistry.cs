using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// The guards, choices and parameters that machines which are data may name. Immutable; several versions of one name may stand side by side, so that
/// older documents still find theirs.
/// </summary>
/// <typeparam name="TContext">What the guards look at.</typeparam>
public sealed class StateMachineRegistry<TContext>
{
    private readonly ImmutableSortedDictionary<(string Name, int Version), NamedGuard<TContext>> _guards;
    private readonly ImmutableSortedDictionary<(string Name, int Version), NamedChoice<string, TContext>> _choices;
    private readonly ImmutableSortedDictionary<(string Name, int Version), NamedGuard<TContext>> _parameters;

    private StateMachineRegistry(
        ImmutableSortedDictionary<(string Name, int Version), NamedGuard<TContext>> guards,
        ImmutableSortedDictionary<(string Name, int Version), NamedChoice<string, TContext>> choices,
        ImmutableSortedDictionary<(string Name, int Version), NamedGuard<TContext>> parameters) =>
        (_guards, _choices, _parameters) = (guards, choices, parameters);

    /// <summary>Gets the registry in which nothing is.</summary>
    public static StateMachineRegistry<TContext> Empty { get; } = new(
        Nothing<NamedGuard<TContext>>(), Nothing<NamedChoice<string, TContext>>(), Nothing<NamedGuard<TContext>>());

    internal IReadOnlyDictionary<(string Name, int Version), NamedGuard<TContext>> Guards => _guards;

    internal IReadOnlyDictionary<(string Name, int Version), NamedChoice<string, TContext>> Choices => _choices;

    internal IReadOnlyDictionary<(string Name, int Version), NamedGuard<TContext>> Parameters => _parameters;

    /// <summary>Returns a registry with one guard more.</summary>
    /// <exception cref="ArgumentException">There is one of this name and version.</exception>
    public StateMachineRegistry<TContext> With(NamedGuard<TContext> guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new(Added(_guards, guard.Name, guard.Version, guard), _choices, _parameters);
    }

    /// <summary>Returns a registry with one choice more.</summary>
    /// <exception cref="ArgumentException">There is one of this name and version.</exception>
    public StateMachineRegistry<TContext> With(NamedChoice<string, TContext> choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return new(_guards, Added(_choices, choice.Name, choice.Version, choice), _parameters);
    }

    /// <summary>Returns a registry with one parameter more.</summary>
    /// <typeparam name="TValue">The type of the parameter.</typeparam>
    /// <exception cref="ArgumentException">There is one of this name and version.</exception>
    public StateMachineRegistry<TContext> With<TValue>(TriggerParameter<TContext, TValue> parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return new(_guards, _choices, Added(_parameters, parameter.Name, parameter.Version, parameter.Given()));
    }

    private static ImmutableSortedDictionary<(string Name, int Version), T> Nothing<T>() =>
        ImmutableSortedDictionary.Create<(string Name, int Version), T>(Comparer<(string Name, int Version)>.Create((one, other) =>
            string.CompareOrdinal(one.Name, other.Name) is not 0 and var order ? order : one.Version.CompareTo(other.Version)));

    private static ImmutableSortedDictionary<(string Name, int Version), T> Added<T>(
        ImmutableSortedDictionary<(string Name, int Version), T> words, string name, int version, T word) =>
        words.ContainsKey((name, version))
            ? throw new ArgumentException($"Version {version} of «{name}» is registered already; give what answers otherwise another version.", nameof(name))
            : words.Add((name, version), word);
}
