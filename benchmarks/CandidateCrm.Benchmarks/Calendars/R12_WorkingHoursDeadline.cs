using BenchmarkDotNet.Attributes;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Benchmarks.Calendars;

/// <summary>A deadline of 40 working hours, as each promise computes it when it is opened, against stepping from day to day.</summary>
[MemoryDiagnoser]
public class R12_WorkingHoursDeadline
{
    private static readonly Duration Limit = Duration.FromHours(40);
    private Instant[] _starts = [];
    private CompiledCalendar _calendar = SampleOffice.Calendar.Compile();

    [GlobalSetup]
    public void Setup()
    {
        _starts = SampleOffice.Starts();
        _calendar = SampleOffice.Warm(_starts, Limit);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SampleOffice.Events)]
    public Instant DayStepping()
    {
        var last = default(Instant);
        foreach (var start in _starts)
        {
            last = Instant.Max(last, DaySteppingDeadline.Add(SampleOffice.Calendar, SampleOffice.ClosedDates, start, Limit));
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = SampleOffice.Events)]
    public Instant Compiled()
    {
        var last = default(Instant);
        foreach (var start in _starts)
        {
            last = Instant.Max(last, _calendar.Add(start, Limit));
        }

        return last;
    }
}
