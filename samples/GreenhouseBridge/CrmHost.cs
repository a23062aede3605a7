using CandidateCrm;
using CandidateCrm.Candidates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GreenhouseBridge;

/// <summary>Embeds the library, with as few rules as it can do with: a zone, and the five phases. Stages need no pipeline here; Greenhouse has them.</summary>
internal sealed class CrmHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    internal CrmHost(IClock clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddCandidateCrm(crm => crm
            .UseInMemoryStore()
            .AddRulesTemplate("greenhouse", rules => rules.In("UTC").Lifecycle())
            .StartNewTenantsWith("greenhouse"));
        _services = services.BuildServiceProvider();
        Crm = _services.GetRequiredService<ICrm>().For(TenantId.Single);
        Runner = _services.GetRequiredService<ICrmRunner>();
    }

    internal ITenantCrm Crm { get; }

    /// <summary>Gets what a worker calls from time to time; here it ends the applications for a job that was closed.</summary>
    internal ICrmRunner Runner { get; }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
