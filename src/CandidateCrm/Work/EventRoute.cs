using CandidateCrm.Timeline;

namespace CandidateCrm.Work;

/// <summary>The way of one kind of event to its handlers, in the order of their registration.</summary>
internal abstract class EventRoute
{
    /// <summary>Calls one handler after the other; the first that throws is the last that is called.</summary>
    internal abstract ValueTask DispatchAsync(IServiceProvider services, AnnouncedEvent announced, IDerivedEvent derived, CancellationToken cancellationToken);
}
