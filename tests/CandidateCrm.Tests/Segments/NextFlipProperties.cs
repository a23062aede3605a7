using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

/// <summary>When a rule next says otherwise of the same data, against asking it again and again.</summary>
public sealed class NextFlipProperties
{
    private const int Candidates = 4;

    [Fact]
    public void The_answer_is_other_at_the_next_flip_and_the_same_until_then() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var world = new SegmentWorld(seed);
            for (var i = 0; i < 8; i++)
            {
                var rule = i % 2 == 0 ? world.Rule() : world.TimeRule();
                var predicate = world.Schema.Compile(rule, SegmentWorld.Terms);
                for (var each = 0; each < Candidates; each++)
                {
                    var candidate = world.Candidate();
                    Confirm(world, predicate, candidate);
                }
            }
        }).Check(Tries.Of(150));

    private static void Confirm(SegmentWorld world, SegmentPredicate<Bag> predicate, Bag candidate)
    {
        bool HoldsAt(Instant at) => predicate.At(at, world.Zone, SegmentWorld.IsMember).HoldsByNodes(candidate);
        var flip = predicate.At(world.Now, world.Zone, SegmentWorld.IsMember).NextFlip(candidate);
        var holds = HoldsAt(world.Now);
        var text = $"{SegmentText.Format(predicate.Rule)} at {world.Now} in {world.Zone}";

        Assert.True(flip is null || (flip > world.Now && HoldsAt(flip.Value) != holds), $"{text}: nothing changes at {flip}");
        foreach (var at in Looks(world, flip))
        {
            Assert.True(HoldsAt(at) == holds, $"{text}: already other at {at:uuuu-MM-dd'T'HH:mm:ss.fffffffff}, foretold for {flip}");
        }
    }

    /// <summary>Instants before the flip: close to both ends, on every hour of some days, where windows of the values around now end, and years away.</summary>
    private static IEnumerable<Instant> Looks(SegmentWorld world, Instant? flip)
    {
        var days = Enumerable.Range(0, 70).Select(hour => world.Now + Duration.FromHours(hour * 5));
        var years = Enumerable.Range(1, 40).Select(step => world.Now + Duration.FromDays(step * 37));
        var before = flip is { } end ? Enumerable.Range(0, 12).Select(step => end - Duration.FromNanoseconds(1L << (step * 4))) : [];
        var windows = Enumerable.Range(0, 20).Select(_ => world.At() + (world.At() - world.Now));
        return days.Concat(years).Concat(before).Concat(windows).Where(at => at > world.Now && !(at >= flip));
    }
}
