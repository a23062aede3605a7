using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Calendars;

public sealed class DayHoursTests
{
    [Theory]
    [InlineData("09:00-17:30", false)]
    [InlineData("22:00-06:00", true)]
    [InlineData("00:00-24:00", true)]
    [InlineData("22:00-24:00", true)]
    [InlineData("09:00:00.000000001-09:00:00.000000002", false)]
    public void Hours_are_read_and_written(string text, bool endsNextDay)
    {
        var hours = DayHours.Parse(text);
        Assert.Equal(text, hours.ToString());
        Assert.Equal(endsNextDay, hours.EndsNextDay);
        Assert.True(hours.IsAssigned);
    }

    [Theory]
    [InlineData("")]
    [InlineData("09:00")]
    [InlineData("9-17")]
    [InlineData("24:00-06:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:00-24:01")]
    [InlineData("09:00-09:00")]
    [InlineData("00:00-00:00")]
    [InlineData("09:00-12:00-13:00")]
    public void Other_texts_are_refused(string text)
    {
        Assert.False(DayHours.TryParse(text, out _));
        Assert.Throws<ArgumentException>(() => DayHours.Parse(text));
    }

    [Fact]
    public void An_evening_up_to_midnight_may_be_written_either_way() =>
        Assert.Equal(DayHours.Parse("18:00-24:00"), DayHours.Parse("18:00-00:00"));

    [Fact]
    public void Equal_start_and_end_are_refused() =>
        Assert.Throws<ArgumentException>(() => DayHours.Of(LocalTime.Noon, LocalTime.Noon));

    [Fact]
    public void The_default_was_never_assigned()
    {
        Assert.False(default(DayHours).IsAssigned);
        Assert.True(DayHours.WholeDay.IsAssigned);
        Assert.Equal("calendar.hours_invalid", WorkingCalendar.In("UTC").Open(DaysOfWeek.Weekdays, default(DayHours)).Review()[0].Code);
    }

    [Fact]
    public void What_is_written_is_read_again() => Prop
        .ForAll(Arb.From(Gen.Choose(0, 86_399)), Arb.From(Gen.Choose(0, 86_399)), (start, end) =>
        {
            var (from, to) = (LocalTime.FromSecondsSinceMidnight(start), LocalTime.FromSecondsSinceMidnight(end));
            return from == to || DayHours.Parse(DayHours.Of(from, to).ToString()) == DayHours.Of(from, to);
        })
        .Check(Tries.Of());
}
