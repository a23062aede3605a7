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
            .StartNewTenantsWith("quickstart", Mode.Live));
        _services = services.BuildServiceProvider();
        Crm = _services.GetRequiredService<ICrm>().For(TenantId.Single);
        Runner = _services.GetRequiredService<ICrmRunner>();
    }

    /// <summary>Gets the CRM of the one tenant.</summary>
    internal ITenantCrm Crm { get; }

    /// <summary>Gets what a worker calls from time to time.</summary>
    internal ICrmRunner Runner { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
