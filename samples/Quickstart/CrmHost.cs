using CandidateCrm;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Quickstart;

/// <summary>Embeds the library: what a product writes in its start-up code.</summary>
internal sealed class CrmHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    internal CrmHost(IClock clock, ITaskInbox inbox, Action<CrmRulesBuilder> rules)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddSingleton(inbox);
        services.AddCandidateCrm(crm => crm
            .UseInMemoryStore()
            .AddRulesTemplate("quickstart", rules)
            .StartNewTenantsWith("quickstart")); // New tenants observe; going live is a decision of its own.
        _services = services.BuildServiceProvider();
        Crm = Of(TenantId.Single);
        Runner = _services.GetRequiredService<ICrmRunner>();
    }

    /// <summary>Gets the CRM of the tenant that this is about.</summary>
    internal ITenantCrm Crm { get; }

    /// <summary>Gets what a worker calls from time to time.</summary>
    internal ICrmRunner Runner { get; }

    /// <summary>Returns the CRM of any tenant.</summary>
    internal ITenantCrm Of(TenantId tenant) => _services.GetRequiredService<ICrm>().For(tenant);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
