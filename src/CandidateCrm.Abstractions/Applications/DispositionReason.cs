using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>One reason for which applications end.</summary>
public sealed record DispositionReason
{
    /// <summary>Gets the code; unique within its taxonomy.</summary>
    public required ReasonCode Code { get; init; }

    /// <summary>Gets the name that recruiters see. Never shown to candidates.</summary>
    public required string Name { get; init; }

    /// <summary>Gets how an application may end for this reason; at least one way, and never a hire.</summary>
    public required ImmutableArray<Disposition> Dispositions { get; init; }

    /// <summary>Gets what it is about.</summary>
    public ReasonKind Kind { get; init; }
}
