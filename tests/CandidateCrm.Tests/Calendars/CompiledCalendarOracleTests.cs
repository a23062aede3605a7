using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using Interval = NodaTime.Interval;

namespace CandidateCrm.Calendars;

/// <summary>Every answer equals the one of a line that is painted minute by minute.</summary>
public sealed class CompiledCalendarOracleTests
{
    [Fact]
    public void Adding_open_time_equals_walking_the_minutes() => Check((calendar, line, sample) =>
    {
        var steps = sample.B % 6_000;
        if (line.Add(sample.A, steps) is { } due)
        {
            Assert.Equal(line.At(due), calendar.Add(line.At(sample.A), line.Step * steps));
        }
        else if (calendar.TryAdd(line.At(sample.A), line.Step * steps, out var later))
        {
            Assert.True(steps == 0 ? later >= line.End : later > line.End);
        }
    });

    [Fact]
    public void Subtracting_open_time_equals_walking_the_minutes_back() => Check((calendar, line, sample) =>
    {
        var steps = sample.B % 6_000;
        if (line.Subtract(sample.A, steps) is { } start)
        {
            Assert.Equal(line.At(start), calendar.Subtract(line.At(sample.A), line.Step * steps));
        }
        else if (calendar.TrySubtract(line.At(sample.A), line.Step * steps, out var earlier))
        {
            Assert.True(steps == 0 ? earlier <= line.At(0) : earlier < line.At(0));
        }
    });

    [Fact]
    public void Elapsed_time_equals_counting_the_minutes_and_is_antisymmetric() => Check((calendar, line, sample) =>
    {
        var (from, to) = (Math.Min(sample.A, sample.B), Math.Max(sample.A, sample.B));
        var expected = line.Step * line.Elapsed(from, to);
        Assert.Equal(expected, calendar.Elapsed(line.At(from), line.At(to)));
        Assert.Equal(-expected, calendar.Elapsed(line.At(to), line.At(from)));
    });

    [Fact]
    public void Being_open_and_the_open_instants_around_equal_the_line() => Check((calendar, line, sample) =>
    {
        var at = Math.Min(sample.A, line.Steps - 1);
        Assert.Equal(line.IsOpen(at), calendar.IsOpen(line.At(at)));
        Assert.Equal(line.IsOpen(at), calendar.WhyClosed(line.At(at)) is null);
        if (line.Add(at, 0) is { } next)
        {
            Assert.Equal(line.At(next), calendar.NextOpen(line.At(at)));
        }

        if (line.Subtract(at, 0) is { } previous)
        {
            Assert.Equal(line.At(previous), calendar.PreviousOpen(line.At(at)));
        }
    });

    [Fact]
    public void Segments_are_the_longest_open_runs_of_the_line() => Check((calendar, line, sample) =>
    {
        var (from, to) = (Math.Min(sample.A, sample.B), Math.Max(sample.A, sample.B));
        var expected = new List<Interval>();
        for (var at = from; at < to; at++)
        {
            if (line.IsOpen(at))
            {
                var start = at;
                while (at < to && line.IsOpen(at))
                {
                    at++;
                }

                expected.Add(new Interval(line.At(start), line.At(at)));
            }
        }

        Assert.Equal(expected, calendar.Segments(new Interval(line.At(from), line.At(to))));
    });

    [Fact]
    public void Business_dates_and_their_closes_equal_each_date_painted_alone() => Check((calendar, line, sample) =>
    {
        for (var day = -5; day <= 5; day++)
        {
            var date = sample.Around.PlusDays(day);
            Assert.Equal(line.CloseOf(date), calendar.CloseOf(date));
            Assert.Equal(line.CloseOf(date) is not null, calendar.IsBusinessDate(date));
        }
    });

    [Fact]
    public void Business_days_equal_counting_the_dates_one_by_one() => Check((calendar, line, sample) =>
    {
        var (from, to) = (sample.Around.PlusDays(-5), sample.Around.PlusDays(sample.B % 11 - 5));
        var between = Enumerable.Range(1, Math.Max(0, Period.DaysBetween(from, to))).Select(from.PlusDays).Where(date => line.CloseOf(date) is not null).ToArray();
        Assert.Equal(between.Length, calendar.BusinessDaysBetween(from, to));
        Assert.Equal(-between.Length, calendar.BusinessDaysBetween(to, from));
        var at = calendar.Definition.Zone.AtLeniently(from + new LocalTime(11, 0)).ToInstant();
        for (var n = 1; n <= between.Length && from == at.InZone(calendar.Definition.Zone).Date; n++)
        {
            Assert.Equal(line.CloseOf(between[n - 1]), calendar.AddBusinessDays(at, n));
        }
    });

    [Fact]
    public void A_nanosecond_is_a_step_as_well_as_a_minute()
    {
        var calendar = WorkingCalendar.In("Asia/Beirut")
            .Open(DaysOfWeek.EveryDay, "00:00:00.000000003-00:00:00.000000010", "00:00:00.000000011-00:00:00.000000012", "23:59:59.999999990-00:00:00.000000002")
            .ClosePart(new LocalDate(2021, 3, 28), "00:00:00.000000005-01:00:00.000000007", "one that starts in the gap")
            .Build();
        var start = Instant.FromUtc(2021, 3, 27, 22, 0) - Duration.FromNanoseconds(20);
        var line = new PaintedLine(calendar, start, Duration.FromNanoseconds(1), 40);
        var compiled = calendar.Compile();

        for (var at = 0; at < line.Steps; at++)
        {
            Assert.Equal(line.IsOpen(at), compiled.IsOpen(line.At(at)));
            for (var steps = 0; steps < line.Steps; steps++)
            {
                Assert.Equal(line.Add(at, steps) is { } due ? line.At(due) : line.End + Duration.Epsilon, Min(line, compiled.Add(line.At(at), Duration.FromNanoseconds(steps))));
                if (line.Subtract(at, steps) is { } from)
                {
                    Assert.Equal(line.At(from), compiled.Subtract(line.At(at), Duration.FromNanoseconds(steps)));
                }
            }
        }
    }

    private static Instant Min(PaintedLine line, Instant due) => due > line.End ? line.End + Duration.Epsilon : due;

    private static void Check(Action<CompiledCalendar, PaintedLine, CalendarCase> rule) => Prop
        .ForAll(CalendarCases.All, sample => rule(sample.Calendar.Compile(), CalendarCases.Paint(sample), sample))
        .Check(Tries.Of(300));
}
