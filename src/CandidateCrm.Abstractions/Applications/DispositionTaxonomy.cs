using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>Why applications of a tenant end: the reasons there are, and which endings need one. Where there is none, any reason will do.</summary>
public sealed record DispositionTaxonomy
{
    /// <summary>Gets the key.</summary>
    public required TaxonomyKey Key { get; init; }

    /// <summary>Gets the version, from 1 on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets the reasons.</summary>
    public required ImmutableArray<DispositionReason> Reasons { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>Gets which dispositions need a reason; <see cref="NeedingReasonByDefault"/> where nothing else is said.</summary>
    public ImmutableArray<Disposition> NeedingReason { get; init => field = value.IsDefault ? [] : value; } = NeedingReasonByDefault;

    /// <summary>Gets which dispositions need a reason without a taxonomy: rejected, withdrew and self-deselected.</summary>
    public static ImmutableArray<Disposition> NeedingReasonByDefault { get; } = [Disposition.Rejected, Disposition.Withdrew, Disposition.SelfDeselected];

    /// <summary>Returns a reason, or null.</summary>
    public DispositionReason? Find(ReasonCode code)
    {
        foreach (var reason in Reasons)
        {
            if (reason.Code == code)
            {
                return reason;
            }
        }

        return null;
    }
}
