namespace CandidateCrm.Testing.Tests.Time;

public sealed class ManualClockTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Fact]
    public void It_stands_still_until_it_is_told_otherwise()
    {
        var clock = new ManualClock(Monday);

        Assert.Equal(Monday, clock.GetCurrentInstant());
        Assert.Equal(Monday + Duration.FromHours(1), clock.Advance(Duration.FromHours(1)));
        clock.Set(Monday + Duration.FromHours(1));
        clock.Set(Monday + Duration.FromHours(2));
        Assert.Equal(Monday + Duration.FromHours(2), clock.GetCurrentInstant());
    }

    [Fact]
    public void It_goes_back_only_by_name()
    {
        var clock = new ManualClock(Monday);

        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Set(Monday - Duration.Epsilon));
        Assert.Equal(Monday, clock.GetCurrentInstant());
        clock.TurnBack(Monday - Duration.FromHours(1));
        Assert.Equal(Monday - Duration.FromHours(1), clock.GetCurrentInstant());
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.TurnBack(Monday));
    }
}
