namespace CandidateCrm.Tests.Timeline;

/// <summary>A clock that stands until it is set.</summary>
internal sealed class TestClock(Instant now) : IClock
{
    internal Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
