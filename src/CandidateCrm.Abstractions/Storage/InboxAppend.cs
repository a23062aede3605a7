using System.Collections.Immutable;
using System.Data.Common;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Facts to append to the inbox.</summary>
public sealed record InboxAppend
{
    /// <summary>Gets the tenant; every fact is its own.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the facts in the order told.</summary>
    public required ImmutableArray<TimelineEvent> Facts { get; init; }

    /// <summary>Gets the host's transaction to write in, if any; the store never commits it. A store without transactions refuses one with an <see cref="ArgumentException"/>.</summary>
    public DbTransaction? Transaction { get; init; }
}
