namespace CandidateCrm.Candidates;

/// <summary>Names one relationship: a tenant and a candidate. There is no key without a tenant.</summary>
public readonly record struct RelationshipKey
{
    /// <summary>Initializes a key.</summary>
    /// <exception cref="ArgumentException">An id was never assigned.</exception>
    public RelationshipKey(TenantId tenant, CandidateId candidate)
    {
        Tenant = tenant.IsAssigned ? tenant : throw new ArgumentException("A relationship needs an assigned tenant id.", nameof(tenant));
        Candidate = candidate.IsAssigned ? candidate : throw new ArgumentException("A relationship needs an assigned candidate id.", nameof(candidate));
    }

    /// <summary>Gets the tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Gets the candidate.</summary>
    public CandidateId Candidate { get; }

    /// <summary>Returns <c>tenant/candidate</c>.</summary>
    public override string ToString() => $"{Tenant}/{Candidate}";
}
