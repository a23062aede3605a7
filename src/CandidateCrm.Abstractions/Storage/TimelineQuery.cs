using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Which events to read. Everything not said is not narrowed.</summary>
public sealed record TimelineQuery
{
    /// <summary>Gets the tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>Gets the candidate; unassigned only where <see cref="Event"/> is given.</summary>
    public CandidateId Candidate { get; init; }

    /// <summary>Gets one event of the tenant, whoever's it is.</summary>
    public EventId Event { get; init; }

    /// <summary>Gets the place after which to begin.</summary>
    public TimelinePlace? After { get; init; }

    /// <summary>Gets a value indicating whether derived events are read as well.</summary>
    public bool WithDerived { get; init; }

    /// <summary>Gets a value indicating whether retracted derived events are read as well; only with <see cref="WithDerived"/>.</summary>
    public bool WithRetracted { get; init; }

    /// <summary>Reads the facts and acts of one relationship: what a replay needs.</summary>
    public static TimelineQuery Of(RelationshipKey key) => new() { Tenant = key.Tenant, Candidate = key.Candidate };

    /// <summary>Reads one event by its id.</summary>
    public static TimelineQuery Of(TenantId tenant, EventId id) => new() { Tenant = tenant, Event = id };
}
