namespace CandidateCrm.Rules;

/// <summary>How far a pause reaches.</summary>
public enum PauseScopeKind
{
    /// <summary>Nowhere: the scope was never assigned.</summary>
    None,

    /// <summary>All tenants of the installation.</summary>
    Installation,

    /// <summary>One tenant.</summary>
    Tenant,

    /// <summary>One feature of a tenant.</summary>
    Feature,

    /// <summary>One definition of a tenant.</summary>
    Definition,

    /// <summary>One channel of a tenant.</summary>
    Channel,

    /// <summary>One candidate of a tenant.</summary>
    Candidate,
}
