using CandidateCrm.Timeline;

namespace CandidateCrm.Work;

/// <summary>A route that knows the type of its events. Handlers that complete at once cost no allocation; those that live as long as the process are looked up once.</summary>
internal sealed class TypedRoute<TEvent> : EventRoute
    where TEvent : class, IDerivedEvent
{
    private readonly Func<IServiceProvider, ICrmEventHandler<TEvent>>[] _resolvers;
    private readonly bool[] _isSingleton;
    private readonly ICrmEventHandler<TEvent>?[] _known;

    internal TypedRoute(EventSubscription[] subscriptions, Func<Type, bool> isSingleton)
    {
        _resolvers = [.. subscriptions.Select(s => (Func<IServiceProvider, ICrmEventHandler<TEvent>>)s.Resolve)];
        _isSingleton = [.. subscriptions.Select(s => isSingleton(s.Handler))];
        _known = new ICrmEventHandler<TEvent>?[subscriptions.Length];
    }

    internal override ValueTask DispatchAsync(IServiceProvider services, AnnouncedEvent announced, IDerivedEvent derived, CancellationToken cancellationToken)
    {
        var typed = (TEvent)derived;
        for (var i = 0; i < _known.Length; i++)
        {
            var handling = (_known[i] ?? Find(services, i)).HandleAsync(announced, typed, cancellationToken);
            if (!handling.IsCompletedSuccessfully)
            {
                return RestAsync(handling, i + 1, services, announced, typed, cancellationToken);
            }

            // A task that is taken from a pool goes back to it only when its result was asked for.
            _ = handling.AsTask();
        }

        return default;
    }

    private async ValueTask RestAsync(ValueTask handling, int next, IServiceProvider services, AnnouncedEvent announced, TEvent derived, CancellationToken cancellationToken)
    {
        await handling.ConfigureAwait(false);
        for (var i = next; i < _known.Length; i++)
        {
            await (_known[i] ?? Find(services, i)).HandleAsync(announced, derived, cancellationToken).ConfigureAwait(false);
        }
    }

    private ICrmEventHandler<TEvent> Find(IServiceProvider services, int index)
    {
        var handler = _resolvers[index](services);
        if (_isSingleton[index])
        {
            Volatile.Write(ref _known[index], handler);
        }

        return handler;
    }
}
