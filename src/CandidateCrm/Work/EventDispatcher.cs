using System.Collections.Frozen;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>Brings derived events to the host's handlers: the way of each kind is made once, at start.</summary>
internal sealed class EventDispatcher
{
    private readonly FrozenDictionary<Type, EventRoute> _routes;

    /// <summary>Makes the routes; the registrations say which handlers live as long as the process.</summary>
    internal EventDispatcher(IEnumerable<EventSubscription> subscriptions, IEnumerable<ServiceDescriptor> registrations)
    {
        var lifetimes = registrations.Where(r => !r.IsKeyedService).ToLookup(r => r.ServiceType, r => r.Lifetime);
        _routes = subscriptions.GroupBy(s => s.EventType).ToFrozenDictionary(
            kind => kind.Key,
            kind => kind.First().RouteTo([.. kind], handler => lifetimes[handler].LastOrDefault(ServiceLifetime.Transient) == ServiceLifetime.Singleton));
    }

    /// <summary>Calls the handlers of an event with what the services of its delivery give; an event that nobody handles is done at once.</summary>
    internal ValueTask DispatchAsync(IServiceProvider services, AnnouncedEvent announced, IDerivedEvent derived, CancellationToken cancellationToken) =>
        _routes.TryGetValue(derived.GetType(), out var route) ? route.DispatchAsync(services, announced, derived, cancellationToken) : default;
}
