using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>The rules of a tenant as they stand.</summary>
public sealed record RulesStatus
{
    /// <summary>Gets when this was read.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the entry in force.</summary>
    public required Activation InForce { get; init; }

    /// <summary>Gets the position of the last entry, which may still be scheduled: what a publisher expects.</summary>
    public required long Position { get; init; }

    /// <summary>Gets all entries, oldest first: who published what, when and why.</summary>
    public required ImmutableArray<RulesVersion> Versions { get; init; }
}
