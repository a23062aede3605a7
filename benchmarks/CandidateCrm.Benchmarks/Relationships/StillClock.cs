using NodaTime;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>A clock that stands still, after everything that happens in the samples.</summary>
internal sealed class StillClock : IClock
{
    public Instant GetCurrentInstant() => Instant.FromUtc(2030, 1, 1, 0, 0);
}
