using System.Collections.Immutable;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

/// <summary>A generated model with touchpoints: half of the instants coincide, ids repeat, some kinds are unknown, some touchpoints lie after <see cref="At"/>.</summary>
public sealed record ScoreCase
{
    public static readonly Instant Start = Instant.FromUtc(2026, 1, 5, 9, 0);

    public required ScoringModel Model { get; init; }

    public required ImmutableArray<Touch> Touches { get; init; }

    public required Instant At { get; init; }

    public ScoreEngine Engine => new(Model);

    public IEnumerable<Touch> Counted =>
        Touches.DistinctBy(touch => touch.Id).Where(touch => touch.OccurredAt <= At && Model.Signals.Any(signal => signal.Kind == touch.Kind));

    /// <summary>Gets the touchpoints that have come by <see cref="At"/>, whatever their kind: what a later instant is asked about.</summary>
    public IReadOnlyList<Touch> Kept => [.. Touches.Where(touch => touch.OccurredAt <= At)];

    public static Arbitrary<ScoreCase> Any { get; } = Arb.From(Cases(-20, plain: false));

    public static Arbitrary<ScoreCase> NeverNegative { get; } = Arb.From(Cases(0, plain: false));

    public static Arbitrary<ScoreCase> OneHalfLife { get; } = Arb.From(Cases(0, plain: true));

    /// <summary>Gets models in which a signal has one or two of the other sign that weigh as much together, told within seconds or days of it, around a lowest threshold of 0 or a whole number.</summary>
    public static Arbitrary<ScoreCase> Cancelling { get; } = Arb.From(CancellingCases());

    public override string ToString() =>
        $"at {At:uuuu-MM-dd'T'HH:mm:ss.FFFFFFFFF}\n{string.Join('\n', Model.Signals)}\ngroups {string.Join(' ', Model.Groups)} floor {Model.Floor} ceiling {Model.Ceiling}\n{string.Join('\n', Model.Bands)}\n{string.Join('\n', Touches)}";

    private static Gen<ScoreCase> Cases(int least, bool plain) =>
        from model in Models(least, plain)
        from touches in Touch().ListOf()
        from hours in Gen.Choose(0, 24 * 200)
        from nanos in Gen.Elements(0, 1, 500_000_000)
        select new ScoreCase
        {
            Model = model,
            Touches = Agreeing(touches),
            At = Start + Duration.FromHours(hours) + Duration.FromNanoseconds(nanos),
        };

    private static Gen<ScoringModel> Models(int least, bool plain) =>
        from count in Gen.Choose(1, 5)
        from signals in SignalOf(least, plain).ListOf(count)
        from floor in Gen.Elements<decimal?>(null, null, 0m, 3.5m)
        from ceiling in Gen.Elements<decimal?>(null, null, 40m)
        from cap in Gen.Choose(1, 30)
        from enter in Gen.Choose(1, 15)
        from step in Gen.Choose(1, 15)
        from width in Gen.Choose(0, 6)
        select new ScoringModel
        {
            Key = ScoreKey.From("test"),
            Version = 3,
            Signals = [.. signals.Select((signal, index) => signal with { Kind = KindOf(index) })],
            Groups = [new SignalGroup { Key = SignalGroupKey.From("b"), Cap = cap }, new SignalGroup { Key = SignalGroupKey.From("a"), Cap = cap / 2m }],
            Floor = plain ? null : floor,
            Ceiling = plain ? null : ceiling,
            Bands =
            [
                new Band { Key = BandKey.From("cold") },
                new Band { Key = BandKey.From("warm"), Enter = enter, Exit = enter - (width / 2m) },
                new Band { Key = BandKey.From("hot"), Enter = enter + step, Exit = enter + step - width },
            ],
        };

    private static Gen<Signal> SignalOf(int least, bool plain) =>
        from weight in Gen.Choose(least * 100, 2_000)
        from halfLife in Gen.Elements<Duration?>(null, Duration.FromHours(1), Duration.FromDays(1), Duration.FromDays(7), Duration.FromDays(30), Duration.FromDays(90), Duration.FromNanoseconds(2_592_000_123_456_789))
        from cap in Gen.Elements<decimal?>(null, null, 5m, 12.5m)
        from saturation in Gen.Elements<decimal?>(null, null, 4m, 20m)
        from grouped in Gen.Elements<string?>(null, null, "a", "b")
        select plain
            ? new Signal { Kind = KindOf(0), Weight = weight / 100m, HalfLife = Duration.FromDays(30) }
            : new Signal { Kind = KindOf(0), Weight = weight / 100m, HalfLife = halfLife, Cap = cap, Saturation = saturation, Group = grouped is null ? null : SignalGroupKey.From(grouped) };

    private static Gen<ScoreCase> CancellingCases() =>
        from model in Models(0, plain: false)
        from weight in Gen.Choose(1, 9)
        from part in Gen.Choose(1, 9)
        from same in Gen.Elements(0, 0, 1)
        from curved in Gen.Elements(true, false, false)
        from grouped in Gen.Elements(true, false)
        from hours in Gen.Elements(1, 24 * 30)
        from delays in Gen.Elements(0, 0, 1, 2, 3_600, 86_400).ListOf(6)
        from steady in Gen.Elements(0m, 0m, 4m)
        from width in Gen.Elements(0m, 2m)
        select new ScoreCase
        {
            Model = model with
            {
                Floor = null,
                Ceiling = null,
                Signals = [.. new[] { weight + (part * same), -weight, -part * same, steady }.Select((size, index) => new Signal
                {
                    Kind = KindOf(index),
                    Weight = size,
                    HalfLife = index == 3 ? null : Duration.FromHours(hours),
                    Saturation = curved && index < 2 ? 7m : null,
                    Cap = curved && index < 2 ? 9m : null,
                    Group = grouped && index == 1 ? SignalGroupKey.From("b") : null,
                })],
                Bands = [new Band { Key = BandKey.From("cold") }, new Band { Key = BandKey.From("warm"), Enter = steady, Exit = steady - width }],
            },
            Touches = [.. delays.Select((delay, index) => new Touch { Id = EventId.From($"t{index}"), Kind = KindOf(index % 4), OccurredAt = Start + Duration.FromSeconds(delay) })],
            At = Start + Duration.FromDays(2),
        };

    private static Gen<Touch> Touch() =>
        from id in Gen.Choose(0, 60)
        from kind in Gen.Choose(0, 5)
        from hours in Gen.Choose(0, 24 * 200)
        from exact in Gen.Elements(true, false)
        from nanos in Gen.Choose(0, 1_999_999_999)
        from quantity in Gen.Elements(1m, 1m, 1m, 2.5m, 0.125m, 0m)
        select new Touch
        {
            Id = EventId.From($"t{id}"),
            Kind = KindOf(kind),
            OccurredAt = Start + (exact ? Duration.FromHours(hours / 24 * 24) : Duration.FromHours(hours) + Duration.FromNanoseconds(nanos)),
            Quantity = quantity,
        };

    /// <summary>A repeated id repeats the content of the first.</summary>
    private static ImmutableArray<Touch> Agreeing(IEnumerable<Touch> touches)
    {
        var first = new Dictionary<EventId, Touch>();
        return [.. touches.Select(touch => first.TryAdd(touch.Id, touch) ? touch : first[touch.Id] with { })];
    }

    private static TouchKind KindOf(int index) => TouchKind.From($"kind.{index}");
}
