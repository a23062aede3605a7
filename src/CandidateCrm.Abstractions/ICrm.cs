using CandidateCrm.Candidates;
using CandidateCrm.Rules;

namespace CandidateCrm;

/// <summary>The CRM of a process. A host works with one tenant at a time: <c>crm.For(tenant)</c>.</summary>
public interface ICrm
{
    /// <summary>Gets the pauses of the whole installation: of all tenants on all nodes.</summary>
    IPauses Pauses { get; }

    /// <summary>Returns the handle of a tenant. Handles are cheap and safe for concurrent use; a tenant that was never seen starts with the template's rules.</summary>
    /// <exception cref="ArgumentException">The id was never assigned, or is <c>~installation</c>, under which the library keeps what belongs to no tenant.</exception>
    ITenantCrm For(TenantId tenant);
}
