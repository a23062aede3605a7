using CandidateCrm.Charter;

namespace CandidateCrm.Tests.Charter;

/// <summary>How the numbers of ended subjects collapse.</summary>
public sealed class PromiseCountingTests
{
    private static readonly ExpectationKey Expectation = ExpectationKey.From("answer");

    [Theory]
    [InlineData(3, 1, 4)]
    [InlineData(1, 3, 4)]
    [InlineData(2, 2, 3)]
    public void Of_subjects_that_ended_the_highest_number_is_kept(int first, int second, int next)
    {
        var counters = PromiseCounting.Collapse(PromiseCounting.Collapse([Counter("app-1", first), Counter("app-2", second)], "app-1"), "app-2");

        Assert.Equal(PromiseCounting.Ended, Assert.Single(counters).Subject);
        Assert.Equal(next, PromiseCounting.Next(counters, Expectation, "app-2", cameBack: true));
        Assert.Equal(1, PromiseCounting.Next(counters, Expectation, "app-3", cameBack: false));
    }

    [Fact]
    public void The_number_of_a_total_that_may_be_undone_stays_with_its_subject()
    {
        var total = Counter("app-1", 2) with { Remaining = Duration.FromHours(1) };
        var other = Counter("app-1", 1) with { Expectation = ExpectationKey.From("update") };

        var counters = PromiseCounting.Collapse([total, other, Counter("app-2", 1)], "app-1");

        Assert.Equal([total, Counter("app-2", 1), other with { Subject = PromiseCounting.Ended }], counters.AsEnumerable());
    }

    private static PromiseCounter Counter(string subject, int last) => new() { Expectation = Expectation, Subject = subject, Last = last };
}
