using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The promises of one relationship that still matter. Kept and void ones live in the timeline.</summary>
public sealed record CharterSlice
{
    /// <summary>Gets the open promises, and the broken ones that were not fulfilled since, in the order of opening.</summary>
    public required ImmutableArray<Promise> Promises { get; init; }

    /// <summary>Gets when the last broken promise ended, fulfilled or void: until then something was owed that was late. Null where none has.</summary>
    public Instant? LateUntil { get; init; }

    /// <summary>Gets how many cycles were opened, so that no name is used twice.</summary>
    public required ImmutableArray<PromiseCounter> Counters { get; init; }
}
