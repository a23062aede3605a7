using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Talent;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What a tenant's rules say beside their definitions. There is one such definition, under the key <see cref="Key"/>.</summary>
public sealed record RulesSettings
{
    /// <summary>The key of the one definition of this kind.</summary>
    public const string Key = "tenant";

    /// <summary>Gets the tenant's zone.</summary>
    public required DateTimeZone Zone { get; init; }

    /// <summary>Gets the wire names of derived events that handlers are to see.</summary>
    public ImmutableSortedSet<string> Announced { get; init; } = ImmutableSortedSet<string>.Empty;

    /// <summary>Gets how several applications of one person go together when some are refused.</summary>
    public RefusalPolicy Refusals { get; init; } = RefusalPolicy.Default;

    /// <summary>Gets what makes somebody ready to be hired if an opening came.</summary>
    public ReadinessPolicy Readiness { get; init; } = ReadinessPolicy.Default;

    /// <summary>Gets the definitions that come first among those of their kind, in this order; the others follow in ordinal order of their keys. The first pipeline serves applications that name none.</summary>
    public ImmutableArray<DefinitionName> Order { get; init; } = [];
}
