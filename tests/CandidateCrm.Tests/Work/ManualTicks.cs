namespace CandidateCrm.Tests.Work;

/// <summary>Time that passes only when a test says so, and that nobody sets back.</summary>
internal sealed class ManualTicks : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Pass(Duration time)
    {
        Interlocked.Add(ref _now, time.BclCompatibleTicks);
        Timer[] due;
        lock (_gate)
        {
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            timer.Ring();
        }
    }

    private void Put(Timer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            timer.DueAt = _now + dueTime.Ticks;
            if (dueTime >= TimeSpan.Zero)
            {
                _timers.Add(timer);
            }
        }
    }

    private sealed class Timer(ManualTicks time, Action ring) : ITimer
    {
        internal long DueAt { get; set; }

        internal void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            time.Put(this, dueTime);
            return true;
        }

        public void Dispose() => time.Put(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
