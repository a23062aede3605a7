using NodaTime;

namespace CandidateCrm.Work;

/// <summary>
/// Measures how long work takes: by the node's clock or by ticks that nobody sets, whichever says longer. A clock that is set back delays no
/// renewal, and one that a test or a simulation moves on hastens it.
/// </summary>
internal sealed class LeaseTime(IClock clock, TimeProvider ticks)
{
    internal Mark Begin() => new(clock.GetCurrentInstant(), ticks.GetTimestamp());

    /// <summary>Returns how far the node's clock moved on; nothing where it was set back.</summary>
    internal Duration ByClock(Mark begun) => Duration.Max(Duration.Zero, clock.GetCurrentInstant() - begun.At);

    /// <summary>Returns how long it really took.</summary>
    internal Duration ByTicks(Mark begun) => Duration.FromTimeSpan(ticks.GetElapsedTime(begun.Ticks));

    internal Duration Since(Mark begun) => Duration.Max(ByClock(begun), ByTicks(begun));

    internal Task WaitAsync(Duration duration, CancellationToken cancellationToken) =>
        Task.Delay(Duration.Max(Duration.Zero, duration).ToTimeSpan(), ticks, cancellationToken);

    /// <summary>Makes a source that cancels after a time.</summary>
    internal CancellationTokenSource Limit(Duration duration) => new(duration.ToTimeSpan(), ticks);

    /// <summary>When something began.</summary>
    internal sealed record Mark(Instant At, long Ticks);
}
