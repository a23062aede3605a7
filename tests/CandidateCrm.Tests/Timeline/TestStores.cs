using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>Puts a store of a test in the place of the one in memory.</summary>
internal static class TestStores
{
    /// <summary>Uses a store that is made with the CRM's clock when it is first asked for.</summary>
    internal static CandidateCrmBuilder UseStore<TStore>(this CandidateCrmBuilder crm, Func<IClock, TStore> make)
        where TStore : StoreAround
    {
        crm.Services.AddSingleton(services => make(services.GetRequiredService<IClock>()));
        return crm.UseStore<TStore>();
    }
}
