namespace CandidateCrm.Lifecycle;

/// <summary>A guard with its name, its words and its version, for several rules of a machine or for machines that are data.</summary>
/// <typeparam name="TContext">What the guards of a machine look at.</typeparam>
public sealed record NamedGuard<TContext>
{
    /// <summary>Gets the name: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c></summary>
    /// <exception cref="ArgumentException">The name is not valid.</exception>
    public required string Name
    {
        get;
        init => field = MachineWord.Name(value, "guard");
    }

    /// <summary>Gets what has to hold, in words that complete «only where …».</summary>
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

    /// <summary>Gets what says whether it holds.</summary>
    public required TransitionGuard<TContext> Predicate
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    }
}
