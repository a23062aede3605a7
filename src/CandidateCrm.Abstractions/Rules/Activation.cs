using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>From an instant on, these rules are in force.</summary>
public sealed record Activation
{
    /// <summary>Gets the position in the log, from 1 on.</summary>
    public required long Position { get; init; }

    /// <summary>Gets from when on.</summary>
    public required Instant EffectiveFrom { get; init; }

    /// <summary>Gets the rules.</summary>
    public required CrmRules Rules { get; init; }
}
