using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Which endings candidates see as one step.</summary>
public sealed record PublicEnding
{
    /// <summary>Gets the step.</summary>
    public required PublicStepKey Step { get; init; }

    /// <summary>Gets the endings: at least one.</summary>
    public required ImmutableArray<Disposition> Dispositions { get; init; }
}
