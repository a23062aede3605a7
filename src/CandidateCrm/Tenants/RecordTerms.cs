using System.Collections.Immutable;
using CandidateCrm.Storage;

namespace CandidateCrm.Tenants;

/// <summary>Under which terms events are recorded.</summary>
internal sealed record RecordTerms
{
    /// <summary>Gets the terms of a single fact.</summary>
    internal static RecordTerms Usual { get; } = new();

    /// <summary>Gets the terms of an import: effects are kept for the record and not handed over.</summary>
    internal static RecordTerms Import { get; } = new() { ForTheRecordOnly = true };

    internal bool ForTheRecordOnly { get; init; }

    internal Lease? Lease { get; init; }

    internal ImmutableArray<EffectChange> Outcomes { get; init; } = [];
}
