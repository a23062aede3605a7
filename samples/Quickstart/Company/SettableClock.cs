using NodaTime;

namespace Quickstart.Company;

/// <summary>A clock that stands where it was put, so that every run shows the same.</summary>
internal sealed class SettableClock(Instant now) : IClock
{
    internal Instant Now { get; set; } = now;

    public Instant GetCurrentInstant() => Now;
}
