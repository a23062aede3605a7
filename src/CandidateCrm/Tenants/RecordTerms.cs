using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>Under which terms events are recorded.</summary>
internal sealed record RecordTerms
{
    /// <summary>Gets the terms of a single fact.</summary>
    internal static RecordTerms Usual { get; } = new();

    /// <summary>Gets the instant of an import: alarms up to it ring with the commit, and effects that they or the facts ask for are kept for the record; null where there is no import.</summary>
    internal Instant? ImportedAt { get; init; }

    internal Lease? Lease { get; init; }

    internal ImmutableArray<EffectChange> Outcomes { get; init; } = [];

    /// <summary>Gets what must hold of the state on top of which the events are written; where it does not, nothing is. Null for no condition.</summary>
    internal Predicate<Relationship>? While { get; init; }

    /// <summary>Gets what must hold of that state under the rules that the commit is decided by; where it does not, nothing is written. Null for no condition.</summary>
    internal Func<Relationship, ActivationLog, bool>? Admits { get; init; }

    /// <summary>Makes the terms of an import.</summary>
    internal static RecordTerms Import(Instant now) => new() { ImportedAt = now };
}
