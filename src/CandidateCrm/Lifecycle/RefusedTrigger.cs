using System.Collections.Immutable;

namespace CandidateCrm.Lifecycle;

/// <summary>A trigger that a state would refuse now, and why.</summary>
/// <typeparam name="TTrigger">The type of the triggers.</typeparam>
public sealed record RefusedTrigger<TTrigger>
    where TTrigger : notnull
{
    /// <summary>Gets the trigger.</summary>
    public required TTrigger Trigger { get; init; }

    /// <summary>Gets the stable code, one of <see cref="TransitionCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets why, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets the names of the guards that were not met, in the order in which they are asked, or of the one that threw; empty where no guard decided.</summary>
    public required ImmutableArray<string> Guards { get; init; }

    /// <summary>Gets the names of the parameters that the trigger needs and that were not given or could not be read; empty otherwise.</summary>
    public ImmutableArray<string> MissingParameters { get; init; } = [];
}
