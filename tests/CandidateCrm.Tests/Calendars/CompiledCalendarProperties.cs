using CandidateCrm.Benchmarks.Calendars;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Calendars;

/// <summary>What holds for every calendar, at nanoseconds.</summary>
public sealed class CompiledCalendarProperties
{
    private static readonly HashSet<LocalDate> OfficeClosed =
        [.. Enumerable.Range(0, 60).Select(i => new LocalDate(2025, 1, 1).PlusDays(i * 29))];

    private static readonly WorkingCalendar Office = OfficeClosed.Aggregate(
        WorkingCalendar.In("Europe/Berlin").Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Open(IsoDayOfWeek.Sunday, "01:30-05:00"),
        (builder, date) => builder.Close(date, "closed")).Build();

    private static readonly CompiledCalendar CompiledOffice = Office.Compile();

    [Fact]
    public void A_later_start_is_never_due_earlier() => Check(sample =>
    {
        if (sample.Calendar.TryAdd(sample.Start, sample.First, out var due)
            && sample.Calendar.TryAdd(sample.Start + sample.Second, sample.First, out var later))
        {
            Assert.True(due <= later);
        }
    });

    [Fact]
    public void A_longer_duration_is_never_due_earlier() => Check(sample =>
    {
        if (sample.Calendar.TryAdd(sample.Start, sample.First + sample.Second, out var later))
        {
            Assert.True(sample.Calendar.Add(sample.Start, sample.First) <= later);
        }
    });

    [Fact]
    public void Adding_in_two_steps_equals_adding_at_once() => Check(sample =>
    {
        if (sample.Second > Duration.Zero && sample.Calendar.TryAdd(sample.Start, sample.First + sample.Second, out var atOnce))
        {
            Assert.Equal(atOnce, sample.Calendar.Add(sample.Calendar.Add(sample.Start, sample.First), sample.Second));
        }
    });

    [Fact]
    public void The_open_time_up_to_a_due_time_is_the_duration() => Check(sample =>
    {
        if (sample.Calendar.TryAdd(sample.Start, sample.First, out var due))
        {
            Assert.Equal(sample.First, sample.Calendar.Elapsed(sample.Start, due));
            Assert.True(due == sample.Start || sample.First == Duration.Zero || sample.Calendar.Elapsed(sample.Start, due - Duration.Epsilon) < sample.First);
        }
    });

    [Fact]
    public void The_open_time_after_a_subtracted_start_is_the_duration() => Check(sample =>
    {
        if (sample.Calendar.TrySubtract(sample.Start, sample.First, out var start))
        {
            Assert.Equal(sample.First, sample.Calendar.Elapsed(start, sample.Start));
            Assert.True(sample.First == Duration.Zero || sample.Calendar.Elapsed(start + Duration.Epsilon, sample.Start) < sample.First);
        }
    });

    [Fact]
    public void Elapsed_time_is_additive_antisymmetric_and_never_more_than_wall_time() => Check(sample =>
    {
        var (a, b, c) = (sample.Start, sample.Start + sample.First, sample.Start + sample.First + sample.Second);
        Assert.Equal(sample.Calendar.Elapsed(a, c), sample.Calendar.Elapsed(a, b) + sample.Calendar.Elapsed(b, c));
        Assert.Equal(sample.Calendar.Elapsed(a, c), -sample.Calendar.Elapsed(c, a));
        Assert.InRange(sample.Calendar.Elapsed(a, c), Duration.Zero, c - a);
    });

    [Fact]
    public void Zero_is_the_next_and_the_previous_open_instant() => Check(sample =>
    {
        if (sample.Calendar.TryAdd(sample.Start, Duration.Zero, out var next))
        {
            Assert.Equal(next, sample.Calendar.NextOpen(sample.Start));
            Assert.True(sample.Calendar.IsOpen(next));
        }

        if (sample.Calendar.TrySubtract(sample.Start, Duration.Zero, out var previous))
        {
            Assert.Equal(previous, sample.Calendar.PreviousOpen(sample.Start));
            Assert.True(sample.Calendar.IsOpen(previous - Duration.Epsilon));
        }
    });

    [Fact]
    public void A_closure_never_brings_a_due_time_forward() => Check(sample =>
    {
        var date = sample.Case.Around.PlusDays((sample.Case.B % 9) - 4);
        DayHours? part = sample.Case.C % 2 == 0 ? null : DayHours.Of(new LocalTime(sample.Case.C % 24, 0), new LocalTime((sample.Case.C + 5) % 24, 30));
        var closure = new Closure { Date = date, Part = part, Reason = "one more" };
        var builder = sample.Case.Calendar.NextVersion().Close(closure);
        if (builder.Review().IsEmpty && builder.Build().Compile().TryAdd(sample.Start, sample.First, out var later))
        {
            Assert.True(sample.Calendar.Add(sample.Start, sample.First) <= later);
        }
    });

    [Fact]
    public void Being_always_open_does_not_depend_on_the_zone() => Check(sample =>
    {
        var local = WorkingCalendar.In(sample.Case.Calendar.Zone.Id).Open(DaysOfWeek.EveryDay, "00:00-24:00").Build().Compile();
        var always = WorkingCalendar.AlwaysOpen.Compile();
        Assert.Equal(sample.Start + sample.First, always.Add(sample.Start, sample.First));
        Assert.Equal(sample.Start + sample.First, local.Add(sample.Start, sample.First));
        Assert.Equal(sample.Start - sample.First, local.Subtract(sample.Start, sample.First));
        Assert.Equal(sample.First, local.Elapsed(sample.Start, sample.Start + sample.First));
        Assert.Single(local.Segments(new NodaTime.Interval(sample.Start, sample.Start + sample.First + Duration.Epsilon)));
    });

    [Fact]
    public void Business_days_are_added_one_by_one() => Check(sample =>
    {
        var days = (sample.Case.B % 5) + 1;
        if (sample.Calendar.TryAddBusinessDays(sample.Start, days, BusinessDayMode.CloseOfDay, AfterClosing.SameDate, out var due))
        {
            var zone = sample.Case.Calendar.Zone;
            var date = sample.Start.InZone(zone).Date;
            var found = Enumerable.Range(1, 4_000).Select(date.PlusDays).Where(sample.Calendar.IsBusinessDate).ElementAt(days - 1);
            Assert.Equal(sample.Calendar.CloseOf(found), due);
            Assert.Equal(days, sample.Calendar.BusinessDaysBetween(date, found));
        }
    });

    [Fact]
    public void A_deadline_equals_stepping_from_day_to_day() => Prop
        .ForAll(Arb.From(Gen.Choose(0, 4 * 365 * 24 * 60)), Arb.From(Gen.Choose(1, 30_000)), (minutes, open) =>
        {
            var (start, limit) = (Instant.FromUtc(2025, 1, 1, 0, 0) + Duration.FromMinutes(minutes), Duration.FromMinutes(open));
            Assert.Equal(DaySteppingDeadline.Add(Office, OfficeClosed, start, limit), CompiledOffice.Add(start, limit));
        })
        .Check(Tries.Of(1_000));

    private static void Check(Action<Sample> rule) => Prop
        .ForAll(CalendarCases.All, Arb.From(Gen.ArrayOf(Gen.Choose(0, int.MaxValue), 3)), (sample, numbers) => rule(Sample.Of(sample, numbers)))
        .Check(Tries.Of(200));

    private sealed record Sample(CalendarCase Case, CompiledCalendar Calendar, Instant Start, Duration First, Duration Second)
    {
        public static Sample Of(CalendarCase sample, int[] numbers)
        {
            var start = sample.Around.PlusDays(-4).AtMidnight().InUtc().ToInstant() + Duration.FromMinutes(sample.A % 11_520);

            // Mostly minutes, where hours begin and end; else any nanosecond.
            return numbers[0] % 3 == 0
                ? new Sample(sample, sample.Calendar.Compile(), start + Duration.FromNanoseconds(numbers[0]), Any(numbers[1]), Any(numbers[2]))
                : new Sample(sample, sample.Calendar.Compile(), start, Duration.FromMinutes(sample.B % 2_880), Duration.FromMinutes(sample.C % 2_880));
        }

        private static Duration Any(int number) => Duration.FromNanoseconds(number * 40_007L);
    }
}
