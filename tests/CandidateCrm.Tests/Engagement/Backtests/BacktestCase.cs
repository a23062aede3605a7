using System.Collections.Immutable;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

/// <summary>A model and samples: touchpoints that were told late, of the future, taken back before and after the instant.</summary>
public sealed record BacktestCase
{
    public required ScoringModel Model { get; init; }

    public required ImmutableArray<BacktestSample> Samples { get; init; }

    public static Arbitrary<BacktestCase> Any { get; } = Arb.From(
        from model in ScoreCase.Any.Generator
        from samples in SampleOf(model).ListOf()
        select new BacktestCase { Model = model.Model, Samples = [.. samples.Select((sample, index) => sample with { Subject = $"c-{index}" })] });

    /// <summary>Labelled scores with many ties.</summary>
    public static Arbitrary<LabelledScore[]> Labelled { get; } = Arb.From(Gen.ArrayOf(
        from score in Gen.Choose(-3, 40)
        from isPositive in Gen.Elements(true, false, false)
        select new LabelledScore { Score = score / 4m, IsPositive = isPositive }));

    public override string ToString() => $"{Model.Signals.Length} signals\n{string.Join('\n', Samples.Select(sample => $"{sample.Subject} at {sample.At}: {sample.Outcome}\n  {string.Join("\n  ", sample.Touches)}"))}";

    private static Gen<BacktestSample> SampleOf(ScoreCase drawn) =>
        from hours in Gen.Choose(0, 24 * 200)
        from touches in TouchOf(drawn).ListOf()
        from outcome in Gen.Elements<bool?>(true, false, false, null)
        select new BacktestSample
        {
            Subject = "c",
            At = ScoreCase.Start + Duration.FromHours(hours),
            Touches = [.. touches.Select((touch, index) => touch with { Touch = touch.Touch with { Id = EventId.From($"t{index}") } })],
            Outcome = outcome,
        };

    private static Gen<RecordedTouch> TouchOf(ScoreCase drawn) =>
        from signal in Gen.Choose(0, drawn.Model.Signals.Length - 1)
        from hours in Gen.Choose(0, 24 * 200)
        from late in Gen.Elements(0, 0, 0, 1, 48, 24 * 60)
        from retracted in Gen.Elements<int?>(null, null, null, 0, 30, 24 * 50)
        select new RecordedTouch
        {
            Touch = new Touch { Id = EventId.From("t"), Kind = drawn.Model.Signals[signal].Kind, OccurredAt = ScoreCase.Start + Duration.FromHours(hours) },
            RecordedAt = ScoreCase.Start + Duration.FromHours(hours + late),
            RetractedAt = retracted is { } more ? ScoreCase.Start + Duration.FromHours(hours + late + more) : null,
        };
}
