using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>A handler of the host for one kind of event.</summary>
internal sealed class EventSubscription
{
    private readonly Func<EventSubscription[], Func<Type, bool>, EventRoute> _route;

    private EventSubscription(Type eventType, Type handler, Delegate resolve, Func<EventSubscription[], Func<Type, bool>, EventRoute> route)
    {
        EventType = eventType;
        Event = EntryTypes.NameOf(eventType);
        Handler = handler;
        Resolve = resolve;
        _route = route;
    }

    internal Type EventType { get; }

    /// <summary>Gets the wire name of the event.</summary>
    internal string Event { get; }

    internal Type Handler { get; }

    /// <summary>Gets what finds the handler among services; typed, so that the route calls it without a cast.</summary>
    internal Delegate Resolve { get; }

    internal static EventSubscription Of<TEvent, THandler>()
        where TEvent : class, IDerivedEvent
        where THandler : class, ICrmEventHandler<TEvent> =>
        new(
            typeof(TEvent),
            typeof(THandler),
            new Func<IServiceProvider, ICrmEventHandler<TEvent>>(services => services.GetRequiredService<THandler>()),
            (subscriptions, isSingleton) => new TypedRoute<TEvent>(subscriptions, isSingleton));

    /// <summary>Makes the way of this kind of event to all of its handlers.</summary>
    internal EventRoute RouteTo(EventSubscription[] subscriptions, Func<Type, bool> isSingleton) => _route(subscriptions, isSingleton);
}
