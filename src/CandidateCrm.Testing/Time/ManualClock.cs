using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>A clock that stands still until it is told otherwise. It goes back only where that is asked for by name. Safe for concurrent use.</summary>
public sealed class ManualClock : IClock
{
    private readonly Lock _gate = new();
    private Instant _now;

    /// <summary>Initializes a clock that shows an instant.</summary>
    public ManualClock(Instant now) => _now = now;

    /// <summary>Initializes a clock that shows 2026-03-02T09:00Z, a Monday.</summary>
    public ManualClock()
        : this(Instant.FromUtc(2026, 3, 2, 9, 0))
    {
    }

    /// <inheritdoc/>
    public Instant GetCurrentInstant()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <summary>Lets time pass and returns the instant that the clock shows then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public Instant Advance(Duration duration)
    {
        if (duration < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, $"Time passes forwards; {nameof(TurnBack)} turns a clock back.");
        }

        lock (_gate)
        {
            return _now += duration;
        }
    }

    /// <summary>Sets the clock to the same instant or a later one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the one that the clock shows.</exception>
    public void Set(Instant now)
    {
        lock (_gate)
        {
            _now = now >= _now
                ? now
                : throw new ArgumentOutOfRangeException(nameof(now), now, $"Time passes forwards; {nameof(TurnBack)} turns a clock back.");
        }
    }

    /// <summary>Turns the clock back, as a machine with a wrong clock would do when it is put right.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies after the one that the clock shows.</exception>
    public void TurnBack(Instant now)
    {
        lock (_gate)
        {
            _now = now <= _now ? now : throw new ArgumentOutOfRangeException(nameof(now), now, "A clock is turned back to an earlier instant.");
        }
    }
}
