using CandidateCrm.Fixtures;
using CandidateCrm.Segments.Indexing;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class LanesTests
{
    [Theory]
    [InlineData(255)]
    [InlineData(65_535)]
    [InlineData(100_000)]
    public void Each_width_finds_the_codes_of_a_range_that_comparing_one_by_one_finds(int largest) =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            int[] numbers = [.. Enumerable.Range(0, dice.Below(300)).Select(_ => dice.Below(3) == 0 ? dice.Below(5) : dice.Below(largest + 1))];
            var (codes, low, high) = (new Codes(numbers, largest), dice.Below(largest), dice.Below(largest));
            foreach (var lanes in Lanes.All)
            {
                var bits = new ulong[(numbers.Length + 63) / 64];
                lanes.AddRange(codes, low, high, bits);
                Assert.Equal(numbers.Select(number => number >= low && number <= high), numbers.Select((_, row) => (bits[row >> 6] >> row & 1) == 1));

                lanes.Not(bits, numbers.Length);
                Assert.Equal(numbers.Count(number => number < low || number > high), Bits.Count(bits));
            }
        }).Check(Tries.Of(60));

    [Fact]
    public void Each_width_joins_bits_as_one_word_after_the_other() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            ulong[] one = [.. Enumerable.Range(0, dice.Below(40)).Select(_ => (ulong)dice.Number)];
            ulong[] other = [.. one.Select(_ => (ulong)dice.Number)];
            foreach (var lanes in Lanes.All)
            {
                var (both, any) = (one.ToArray(), one.ToArray());
                lanes.And(both, other);
                lanes.Or(any, other);
                Assert.Equal(one.Zip(other, (first, second) => first & second), both);
                Assert.Equal(one.Zip(other, (first, second) => first | second), any);
            }
        }).Check(Tries.Of(60));

    [Fact]
    public void The_widest_that_the_processor_has_is_used() => Assert.Contains(Lanes.Best.GetType(), Lanes.All.Select(lanes => lanes.GetType()));
}
