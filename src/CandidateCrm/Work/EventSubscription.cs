using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Work;

/// <summary>A handler of the host for one kind of event.</summary>
internal sealed class EventSubscription
{
    private readonly Func<IServiceProvider, AnnouncedEvent, IDerivedEvent, CancellationToken, ValueTask> _handle;

    private EventSubscription(string wireName, Type handler, Func<IServiceProvider, AnnouncedEvent, IDerivedEvent, CancellationToken, ValueTask> handle)
    {
        Event = wireName;
        Handler = handler;
        _handle = handle;
    }

    /// <summary>Gets the wire name of the event.</summary>
    internal string Event { get; }

    internal Type Handler { get; }

    internal static EventSubscription Of<TEvent, THandler>()
        where TEvent : class, IDerivedEvent
        where THandler : class, ICrmEventHandler<TEvent> =>
        new(
            EntryTypes.NameOf(typeof(TEvent)),
            typeof(THandler),
            (services, announced, derived, cancellationToken) =>
                services.GetRequiredService<THandler>().HandleAsync(announced, (TEvent)derived, cancellationToken));

    internal ValueTask HandleAsync(IServiceProvider services, AnnouncedEvent announced, IDerivedEvent derived, CancellationToken cancellationToken) =>
        _handle(services, announced, derived, cancellationToken);
}
