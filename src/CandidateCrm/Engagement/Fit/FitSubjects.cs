using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Engagement;

/// <summary>Lends the subject that the host registered, each time in a scope of its own, so that it may use what belongs to a request.</summary>
internal sealed class FitSubjects(IServiceScopeFactory scopes, IServiceProviderIsService registered)
{
    internal bool IsThere => registered.IsService(typeof(IFitSubject));

    internal async ValueTask<TAnswer> WithAsync<TAnswer>(Func<IFitSubject, ValueTask<TAnswer>> ask)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await ask(scope.ServiceProvider.GetRequiredService<IFitSubject>()).ConfigureAwait(false);
        }
    }

    /// <summary>Lends it where nothing can be awaited, as while the process starts.</summary>
    internal TAnswer With<TAnswer>(Func<IFitSubject, TAnswer> ask)
    {
        using var scope = scopes.CreateScope();
        return ask(scope.ServiceProvider.GetRequiredService<IFitSubject>());
    }
}
