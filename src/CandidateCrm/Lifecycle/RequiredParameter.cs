namespace CandidateCrm.Lifecycle;

/// <summary>Says that a trigger needs a parameter.</summary>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record RequiredParameter<TTrigger>
    where TTrigger : notnull
{
    /// <summary>Gets the trigger.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets the name of the parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets what the parameter is, in words.</summary>
    public required string Description { get; init; }

    /// <summary>Gets the version of the parameter.</summary>
    public required int Version { get; init; }
}
