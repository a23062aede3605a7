using CandidateCrm.Timeline;

namespace CandidateCrm;

/// <summary>Sees derived events that the tenant's rules announce. Called at least once for each; the envelope's id tells repeats.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public interface ICrmEventHandler<in TEvent>
    where TEvent : IDerivedEvent
{
    /// <summary>Handles an event. Throwing has it tried again later, and in the end parked.</summary>
    ValueTask HandleAsync(AnnouncedEvent announced, TEvent derived, CancellationToken cancellationToken);
}
