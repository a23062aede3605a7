namespace CandidateCrm.Testing.Tests.Histories;

public sealed class RepeatableRandomTests
{
    [Fact]
    public void It_gives_the_published_numbers_of_its_algorithm()
    {
        var random = new RepeatableRandom(1_234_567);

        Assert.Equal(
            [6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL, 4593380528125082431UL, 16408922859458223821UL],
            Enumerable.Range(0, 5).Select(_ => random.NextBits()));
    }

    [Fact]
    public void Every_number_below_the_bound_comes_about_as_often()
    {
        var random = new RepeatableRandom(1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
        {
            counts[random.Next(7)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void Shuffling_keeps_what_is_there()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new RepeatableRandom(5).Shuffle<int>(items);

        Assert.NotEqual(Enumerable.Range(0, 100), items);
        Assert.Equal(Enumerable.Range(0, 100), items.Order());
    }

    [Fact]
    public void A_bound_is_1_or_more() => Assert.Throws<ArgumentOutOfRangeException>(() => new RepeatableRandom(1).Next(0));
}
