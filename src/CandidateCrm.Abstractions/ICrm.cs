using CandidateCrm.Candidates;

namespace CandidateCrm;

/// <summary>The CRM of a process. A host works with one tenant at a time: <c>crm.For(tenant)</c>.</summary>
public interface ICrm
{
    /// <summary>Returns the handle of a tenant. Handles are cheap and safe for concurrent use; a tenant that was never seen starts with the template's rules.</summary>
    ITenantCrm For(TenantId tenant);
}
