using System.Collections.Immutable;

namespace CandidateCrm.Tenants;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    /// <summary>Gets the counts.</summary>
    public required ImportProgress Progress { get; init; }

    /// <summary>Gets a value indicating whether it was cancelled before the end; what is counted stays.</summary>
    public required bool Cancelled { get; init; }

    /// <summary>Gets the first refusals with the number of the fact, from 1 on.</summary>
    public required ImmutableArray<ImportRefusal> Refusals { get; init; }

    /// <summary>Gets how many findings were noted, those about what was handed over in vain included, by code in ordinal order.</summary>
    public required ImmutableSortedDictionary<string, long> Findings { get; init; }
}
