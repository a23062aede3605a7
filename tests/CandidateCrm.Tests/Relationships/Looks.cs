using CandidateCrm.Relationships;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Random instants at which somebody looks although nothing is due: anywhere, and a microsecond beside the alarms.</summary>
internal static class Looks
{
    internal static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    /// <summary>Returns instants strictly between the alarms that a replay rang, in their order.</summary>
    internal static Instant[] Of(Decision replay, int seed)
    {
        var random = new Random(seed);
        var alarms = replay.Derived.Where(e => !e.Cause.IsAssigned).Select(e => e.OccurredAt).ToHashSet();
        var anywhere = Enumerable.Range(0, 60).Select(_ => Histories.Start + Duration.FromTicks(10 * random.NextInt64(1, 80L * 24 * 3_600 * 1_000_000)));
        var beside = alarms.SelectMany(at => new[] { at - Duration.FromTicks(10), at + Duration.FromTicks(10) });
        return [.. anywhere.Concat(beside).Where(at => !alarms.Contains(at) && at < FoldCase.End).Distinct().Order()];
    }
}
