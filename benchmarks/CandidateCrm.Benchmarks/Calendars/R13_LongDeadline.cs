using BenchmarkDotNet.Attributes;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Benchmarks.Calendars;

/// <summary>A deadline of two working years against one of half a working day: the cost does not follow the duration.</summary>
[MemoryDiagnoser]
public class R13_LongDeadline
{
    private static readonly Duration Short = Duration.FromHours(4);
    private static readonly Duration Long = Duration.FromHours(4_000);
    private Instant[] _starts = [];
    private CompiledCalendar _calendar = SampleOffice.Calendar.Compile();

    [GlobalSetup]
    public void Setup()
    {
        _starts = SampleOffice.Starts();
        _calendar = SampleOffice.Warm(_starts, Long);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SampleOffice.Events)]
    public Instant FourHours() => Latest(Short);

    [Benchmark(OperationsPerInvoke = SampleOffice.Events)]
    public Instant FourThousandHours() => Latest(Long);

    private Instant Latest(Duration open)
    {
        var last = default(Instant);
        foreach (var start in _starts)
        {
            last = Instant.Max(last, _calendar.Add(start, open));
        }

        return last;
    }
}
