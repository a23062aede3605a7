using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Model;

/// <summary>Hears what the usual host does not.</summary>
internal sealed class HeardEvents(Action<AnnouncedEvent, IDerivedEvent> hear) : ICrmEventHandler<PromiseVoided>, ICrmEventHandler<PastCorrected>
{
    public ValueTask HandleAsync(AnnouncedEvent announced, PromiseVoided derived, CancellationToken cancellationToken)
    {
        hear(announced, derived);
        return default;
    }

    public ValueTask HandleAsync(AnnouncedEvent announced, PastCorrected derived, CancellationToken cancellationToken)
    {
        hear(announced, derived);
        return default;
    }
}
