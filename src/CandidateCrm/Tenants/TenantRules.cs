using CandidateCrm.Candidates;
using CandidateCrm.Rules;

namespace CandidateCrm.Tenants;

/// <summary>Which rules a tenant has. Every tenant starts with the template that new tenants start with.</summary>
internal sealed class TenantRules(RulesTemplates templates, string template)
{
    private readonly ActivationLog _start = ActivationLog.Always(templates.Build(template));

    internal ActivationLog LogOf(TenantId tenant)
    {
        _ = tenant;
        return _start;
    }
}
