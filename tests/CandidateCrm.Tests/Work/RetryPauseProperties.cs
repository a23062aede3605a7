using CandidateCrm.Fixtures;
using CandidateCrm.Work;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Work;

public sealed class RetryPauseProperties
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    [Fact]
    public void A_pause_doubles_up_to_a_day_and_is_a_fifth_more_or_less_at_most() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, 60)), Arb.From(Gen.Choose(1, 3_600)), Arb.From(Gen.Choose(0, 1_000_000)), (attempts, seconds, name) =>
        {
            var doubled = Duration.FromSeconds(Math.Min(86_400, attempts > 18 ? 86_400 : (long)seconds << (attempts - 1)));
            var pause = RetryPause.After(attempts, Duration.FromSeconds(seconds), $"acme/c-{name}");
            return pause >= doubled * 0.8 && pause <= doubled * 1.2;
        }).Check(Tries.Of());

    [Fact]
    public void What_failed_in_one_outage_comes_back_over_the_whole_span_and_not_in_one_instant()
    {
        var pauses = Enumerable.Range(0, 10_000).Select(i => RetryPause.After(1, Minute, $"acme/candidate-{i:D5}/task:acknowledge-application#1:app-1")).ToArray();
        var tenths = pauses.GroupBy(pause => Math.Min((int)((pause - (Minute * 0.8)) / (Minute * 0.04)), 9)).ToDictionary(g => g.Key, g => g.Count());

        Assert.InRange(tenths.Count, 10, 10);
        Assert.All(tenths.Values, count => Assert.InRange(count, 800, 1_200));
    }

    [Fact]
    public void The_pause_of_a_row_is_the_same_in_every_process_and_another_with_each_attempt()
    {
        Assert.NotEqual(RetryPause.After(1, Minute, "acme/anna"), RetryPause.After(1, Minute, "acme/ben"));
        Assert.NotEqual(RetryPause.After(1, Minute, "acme/anna") * 2, RetryPause.After(2, Minute, "acme/anna"));
        Assert.Equal(Duration.FromMilliseconds(55_920), RetryPause.After(1, Minute, "acme/anna"));
    }
}
