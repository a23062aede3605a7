using CandidateCrm.Tests.Timeline;
using CandidateCrm.Work;

namespace CandidateCrm.Tests.Work;

public sealed class LeaseHoldTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Third = Duration.FromSeconds(20);

    private readonly TestClock _clock = new(Start);
    private readonly ManualTicks _ticks = new();
    private readonly List<int> _renewed = [];
    private readonly LeaseHold _hold;
    private Func<int, CancellationToken, ValueTask<bool>> _answer = (_, _) => new(true);

    public LeaseHoldTests()
    {
        var time = new LeaseTime(_clock, _ticks);
        _hold = new LeaseHold(time, time.Begin(), count: 3)
        {
            Duration = Third * 3,
            StoreAt = Start,
            Renew = (place, token) =>
            {
                lock (_renewed)
                {
                    _renewed.Add(place);
                }

                return _answer(place, token);
            },
        };
    }

    [Fact]
    public async Task While_work_goes_on_its_lease_and_those_after_it_are_renewed_each_third()
    {
        var work = new TaskCompletionSource<int>();
        var working = _hold.WhileAsync(1, _ => new ValueTask<int>(work.Task), default).AsTask();
        _ticks.Pass(Third - Duration.FromMilliseconds(1));
        Assert.Empty(_renewed);
        _ticks.Pass(Duration.FromMilliseconds(1));
        await RenewedAsync(1, 2);
        _ticks.Pass(Third);
        await RenewedAsync(1, 2, 1, 2);
        work.SetResult(7);

        Assert.Equal(7, await working);
        _ticks.Pass(Third * 10);
        await RenewedAsync(1, 2, 1, 2);
    }

    [Fact]
    public async Task Time_that_passed_before_the_work_counts_for_the_first_renewal()
    {
        _ticks.Pass(Third - Duration.FromSeconds(1));
        Assert.True(await _hold.HoldAsync(0, default));
        Assert.Empty(_renewed);
        var work = new TaskCompletionSource<int>();
        var working = _hold.WhileAsync(0, _ => new ValueTask<int>(work.Task), default).AsTask();
        _ticks.Pass(Duration.FromSeconds(1));
        await RenewedAsync(0, 1, 2);
        work.SetResult(0);
        await working;
    }

    [Theory]
    [InlineData(0, 20, 1)] // the clock stands
    [InlineData(-3_600, 20, 1)] // it is set back
    [InlineData(20, 0, 1)] // a simulation moves it on
    [InlineData(19, 19, 0)]
    public async Task A_renewal_waits_for_neither_a_clock_that_was_set_back_nor_ticks_that_stand(int clock, int ticks, int passes)
    {
        _clock.Now += Duration.FromSeconds(clock);
        _ticks.Pass(Duration.FromSeconds(ticks));

        Assert.True(await _hold.HoldAsync(0, default));
        Assert.Equal(3 * passes, _renewed.Count);
    }

    [Fact]
    public void A_clock_that_was_set_back_does_not_set_back_the_store()
    {
        _clock.Now = Start - Duration.FromHours(1);
        Assert.Equal(Start, _hold.Now);
        _clock.Now = Start + Duration.FromMinutes(5);
        Assert.Equal(_clock.Now, _hold.Now);
    }

    [Fact]
    public async Task Work_whose_lease_is_lost_is_cancelled_and_what_comes_after_it_is_still_held()
    {
        _answer = (place, _) => new(place != 0);
        var working = _hold.WhileAsync(0, NeverAsync, default).AsTask();
        _ticks.Pass(Third);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Equal((true, false, false), (_hold.IsLost(0), _hold.IsLost(1), _hold.IsLost(2)));
        Assert.False(await _hold.HoldAsync(0, default));
        Assert.True(await _hold.HoldAsync(1, default));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_once_is_asked_again_and_nothing_is_lost()
    {
        _answer = (_, _) => throw new TimeoutException();
        var work = new TaskCompletionSource<int>();
        var working = _hold.WhileAsync(0, _ => new ValueTask<int>(work.Task), default).AsTask();
        _ticks.Pass(Third);
        await RenewedAsync(0);
        _answer = (_, _) => new(true);
        _ticks.Pass(Third);
        await RenewedAsync(0, 0, 1, 2);
        work.SetResult(7);

        Assert.Equal((7, false), (await working, _hold.IsLost(0)));
    }

    [Fact]
    public async Task Work_is_cancelled_when_its_lease_is_over_and_the_store_never_answered()
    {
        _answer = async (_, token) =>
        {
            await NeverAsync(token);
            return true;
        };
        var working = _hold.WhileAsync(0, NeverAsync, default).AsTask();
        for (var passed = 0; passed < 4 && !working.IsCompleted; passed++)
        {
            // A third until it is asked, and a third in which it does not answer.
            Assert.False(_hold.IsLost(0));
            _ticks.Pass(Third);
            await Task.Delay(50);
        }

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.True(_hold.IsLost(0));
    }

    [Fact]
    public async Task Whoever_cancels_everything_cancels_the_work_and_loses_nothing()
    {
        using var stop = new CancellationTokenSource();
        var working = _hold.WhileAsync(0, NeverAsync, stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.False(_hold.IsLost(0));
    }

    private static async ValueTask<int> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return 0;
    }

    private async Task RenewedAsync(params int[] expected)
    {
        for (var wait = 0; wait < 1_000 && Count() < expected.Length; wait++)
        {
            await Task.Delay(5);
        }

        lock (_renewed)
        {
            Assert.Equal(expected, _renewed);
        }
    }

    private int Count()
    {
        lock (_renewed)
        {
            return _renewed.Count;
        }
    }
}
