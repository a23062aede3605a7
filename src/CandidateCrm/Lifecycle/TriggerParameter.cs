namespace CandidateCrm.Lifecycle;

/// <summary>
/// A parameter of triggers: a value that the context carries. A trigger that needs it is refused without it before any guard is asked, and guards
/// made by <see cref="Guard"/> see the value. Reading it from the context instead of passing it beside the trigger is what keeps firing free of allocation.
/// </summary>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
/// <typeparam name="TValue">The type of the parameter.</typeparam>
public sealed record TriggerParameter<TContext, TValue>
{
    /// <summary>Gets the name: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c></summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public required string Name
    {
        get;
        init => field = MachineWord.Name(value, "parameter");
    }

    /// <summary>Gets what it is, in words that complete «only with …».</summary>
    /// <exception cref="ArgumentException">The description is blank.</exception>
    public required string Description
    {
        get;
        init => field = MachineWord.Description(value);
    }

    /// <summary>Gets the version, from 1 on; another one where it is read otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public int Version
    {
        get;
        init => field = MachineWord.Version(value);
    } = 1;

    /// <summary>Gets what reads it from the context.</summary>
    public required ParameterReader<TContext, TValue> Reader
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Makes a guard that looks at the value; it is not met where the value was not given.</summary>
    /// <param name="name">The name of the guard; as in <see cref="NamedGuard{TContext}.Name"/>.</param>
    /// <param name="description">What has to hold, in words that complete «only where …».</param>
    /// <param name="predicate">Says whether it holds of the value; pure.</param>
    /// <exception cref="ArgumentException">The name is not valid, or the description is blank.</exception>
    public NamedGuard<TContext> Guard(string name, string description, Func<TValue, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var read = Reader;
        return new NamedGuard<TContext>
        {
            Name = name,
            Description = description,
            Predicate = (in context) => read(in context, out var value) && predicate(value!),
        };
    }

    internal NamedGuard<TContext> Given()
    {
        var read = Reader;
        return new NamedGuard<TContext>
        {
            Name = Name,
            Description = Description,
            Version = Version,
            Predicate = (in context) => read(in context, out _),
        };
    }
}
