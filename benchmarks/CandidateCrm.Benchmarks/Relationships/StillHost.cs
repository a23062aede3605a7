using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>A host that takes every task and announcement and does nothing.</summary>
internal sealed class StillHost : ITaskInbox, ICrmEventHandler<PhaseChanged>, ICrmEventHandler<BandChanged>, ICrmEventHandler<PromiseBroken>
{
    public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken) => default;

    public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken) => default;

    public ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken) => default;

    public ValueTask HandleAsync(AnnouncedEvent announced, BandChanged derived, CancellationToken cancellationToken) => default;

    public ValueTask HandleAsync(AnnouncedEvent announced, PromiseBroken derived, CancellationToken cancellationToken) => default;
}
