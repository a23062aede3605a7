namespace CandidateCrm.Lifecycle;

/// <summary>What chooses among the targets that a rule declares, with its name, its words and its version.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
public sealed record NamedChoice<TState, TContext>
    where TState : notnull
{
    /// <summary>Gets the name: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c></summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public required string Name
    {
        get;
        init => field = MachineWord.Name(value, "choice");
    }

    /// <summary>Gets what decides, in words that complete «as decided by …».</summary>
    /// <exception cref="ArgumentException">The description is blank.</exception>
    public required string Description
    {
        get;
        init => field = MachineWord.Description(value);
    }

    /// <summary>Gets the version, from 1 on; another one where the same context may be answered otherwise.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public int Version
    {
        get;
        init => field = MachineWord.Version(value);
    } = 1;

    /// <summary>Gets what chooses.</summary>
    public required TargetChooser<TState, TContext> Chooser
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }
}
