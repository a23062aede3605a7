using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Json;

/// <summary>Random parts of documents from one seed, the edges of each kind among them.</summary>
internal sealed class Dice(int seed)
{
    private static readonly string[] Texts = ["a", "äöü", "日本", "😀", "with \"quotes\" and \\", "<b>&'</b>", "+/=", "\u00a0x", new string('x', 200)];
    private static readonly long[] Numbers = [0, 1, -1, 7, int.MaxValue, long.MaxValue, long.MinValue];

#pragma warning disable CA5394 // Random samples for tests, reproduced from their seed.
    private readonly Random _random = new(seed);

    internal static Arbitrary<int> Seeds { get; } = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    internal bool Coin => _random.Next(2) == 0;

    internal string Text => Texts[_random.Next(Texts.Length)];

    internal long Number => _random.Next(3) == 0 ? _random.NextInt64(long.MinValue, long.MaxValue) : Numbers[_random.Next(Numbers.Length)];

    internal Instant At => _random.Next(12) switch
    {
        0 => Instant.MinValue,
        1 => Microseconds.Floor(Instant.MaxValue),
        2 => Instant.FromUnixTimeTicks(-10),
        _ => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromTicks(10 * _random.NextInt64(-400_000_000_000_000, 400_000_000_000_000)),
    };

    internal Instant? MaybeAt => Coin ? At : null;

    internal Int128 Sum => new((ulong)_random.NextInt64(long.MinValue, long.MaxValue), (ulong)_random.NextInt64(long.MinValue, long.MaxValue));

    /// <summary>Gets the id of an event, also one that the library made.</summary>
    internal EventId Stored => Coin ? Id<EventId>() : EventId.Derived(Id<EventId>().Value, 1 + Below(9));

    internal int Below(int end) => _random.Next(end);

    internal Duration Length() => _random.Next(8) switch
    {
        0 => Duration.MaxValue,
        1 => Duration.MinValue,
        2 => -Duration.Epsilon,
        _ => Duration.FromNanoseconds(_random.NextInt64(long.MinValue, long.MaxValue)),
    };

    internal T Id<T>()
        where T : struct, IHostText<T> => T.TryFrom(Text, out var id) ? id : Code<T>();

    internal T Code<T>()
        where T : struct, IHostText<T> => T.From($"code-{_random.Next(9)}.x_y-z");

    internal T Maybe<T>()
        where T : struct, IHostText<T> => Coin ? Id<T>() : default;

    internal T Word<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    internal T[] Some<T>(Func<T> make, int most = 4) => [.. Enumerable.Range(0, _random.Next(most + 1)).Select(_ => make())];
#pragma warning restore CA5394
}
