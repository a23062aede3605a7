using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class BacktestProperties
{
    private static readonly Config Thorough = Tries.Of(300);
    private static readonly ShownFigures Everything = new(BacktestSettings.Default, candidates: 1, positiveCandidates: 1);

    [Fact]
    public void The_area_is_what_all_pairs_say_with_ties_one_half() =>
        Prop.ForAll(BacktestCase.Labelled, scores => BacktestEngine.RocArea(scores) == BacktestOracle.Area(scores)).Check(Thorough);

    [Fact]
    public void The_area_is_undefined_exactly_where_there_is_no_positive_or_no_negative() =>
        Prop.ForAll(BacktestCase.Labelled, scores =>
            BacktestEngine.RocArea(scores) is null == (scores.All(each => each.IsPositive) || !scores.Any(each => each.IsPositive))).Check(Thorough);

    [Fact]
    public void Neither_the_order_nor_a_rising_transformation_of_the_scores_changes_area_and_deciles() =>
        Prop.ForAll(BacktestCase.Labelled, Arb.From(Gen.Choose(0, int.MaxValue)), (scores, seed) =>
        {
            var straight = new RankTally(scores);
#pragma warning disable CA5394 // The case decides the order.
            LabelledScore[] mixed = [.. scores.Select(each => each with { Score = (each.Score * each.Score * each.Score) + (2 * each.Score) - 7 })];
            new Random(seed).Shuffle(mixed);
#pragma warning restore CA5394
            var other = new RankTally(mixed);
            return straight.Area() == other.Area() && straight.Cut(Everything).SequenceEqual(other.Cut(Everything));
        }).Check(Thorough);

    [Fact]
    public void Turning_all_scores_round_turns_the_area_round() =>
        Prop.ForAll(BacktestCase.Labelled, scores =>
            BacktestEngine.RocArea(scores) is not { } area || Math.Abs(area + BacktestEngine.RocArea(scores.Select(each => each with { Score = -each.Score }))!.Value - 1) <= 0.000000001m).Check(Thorough);

    [Fact]
    public void Deciles_have_what_the_places_of_a_plain_ranking_have_and_add_up_exactly() =>
        Prop.ForAll(BacktestCase.Labelled, scores =>
        {
            var ranks = new RankTally(scores);
            var deciles = ranks.Cut(Everything);
            var rate = scores.Length == 0 ? 0 : (decimal)ranks.Positives / scores.Length;
            return deciles.Sum(each => each.Positives) == ranks.Positives
                && deciles.Sum(each => each.Samples) == scores.Length
                && deciles.Zip(BacktestOracle.Deciles(scores)).All(pair =>
                    pair.First.Samples == pair.Second.Samples
                    && Math.Abs(pair.First.Positives - pair.Second.Positives) <= 0.000000001m
                    && pair.First.Rate is null == (pair.Second.Samples == 0)
                    && pair.First.Lift is null == (pair.Second.Samples == 0 || ranks.Positives == 0)
                    && (pair.First.Lift is not { } lift || Math.Abs(lift - (pair.Second.Positives / pair.Second.Samples / rate)) <= 0.000000002m));
        }).Check(Thorough);

    [Fact]
    public void A_sample_is_scored_as_if_what_was_not_known_had_never_come() =>
        Prop.ForAll(BacktestCase.Any, c =>
        {
            var scorer = new ScoreEngine(c.Model);
            var engine = new BacktestEngine(c.Model);
            return c.Samples.All(sample =>
            {
                var path = scorer.Path(sample.Touches.Where(touch => touch.RecordedAt <= sample.At && (touch.RetractedAt is null || touch.RetractedAt > sample.At)).Select(touch => touch.Touch), sample.At);
                var said = Assert.Single(engine.Score(sample));
                return said == new SampleScore { Model = c.Model.Key, Version = c.Model.Version, Score = path.Score, Band = path.State.Band };
            });
        }).Check(Thorough);

    [Fact]
    public void What_is_recorded_after_the_instant_changes_nothing_whenever_it_happened() =>
        Prop.ForAll(BacktestCase.Any, Arb.From(Gen.Choose(0, 24 * 200)), (c, hours) =>
        {
            var leaking = c.Samples.Select(sample => sample with
            {
                Touches =
                [
                    new RecordedTouch { Touch = Heavy(c.Model, ScoreCase.Start + Duration.FromHours(hours)), RecordedAt = sample.At + Duration.FromNanoseconds(1) },
                    .. sample.Touches.Select(touch => touch.RetractedAt is null ? touch with { RetractedAt = sample.At + Duration.FromNanoseconds(1) } : touch),
                ],
            });
            return Same(new BacktestEngine(c.Model).Run(c.Samples), new BacktestEngine(c.Model).Run(leaking));
        }).Check(Thorough);

    [Fact]
    public void Neither_the_order_of_samples_nor_a_second_model_beside_it_changes_a_result() =>
        Prop.ForAll(BacktestCase.Any, c =>
        {
            var alone = new BacktestEngine(c.Model).Run(c.Samples);
            var beside = new BacktestEngine(c.Model with { Version = 9, Bands = [] }, c.Model).Run(c.Samples.Reverse());
            return (alone.Positives, alone.Negatives, alone.Censored) == (beside.Positives, beside.Negatives, beside.Censored)
                && Same(alone, beside with { Models = [beside.Models[1]] });
        }).Check(Thorough);

    [Fact]
    public void Of_too_many_samples_the_same_ones_stay_in_whatever_order_they_come() =>
        Prop.ForAll(BacktestCase.Any, Arb.From(Gen.Choose(1, 20)), (c, most) =>
        {
            var settings = new BacktestSettings { MostSamples = most };
            var judged = c.Samples.Count(sample => sample.Outcome is not null);
            var straight = new BacktestEngine(c.Model).Run(c.Samples, settings);
            return straight.Samples == Math.Min(most, judged)
                && straight.LeftOut == judged - straight.Samples
                && Same(straight, new BacktestEngine(c.Model).Run(c.Samples.Reverse(), settings));
        }).Check(Thorough);

    [Fact]
    public void Bands_count_every_sample_once_and_their_tables_add_up() =>
        Prop.ForAll(BacktestCase.Any, c =>
        {
            var report = new BacktestEngine(c.Model).Run(c.Samples);
            var bands = report.Models[0].Bands;
            var engine = new BacktestEngine(c.Model);
            var said = c.Samples.Where(sample => sample.Outcome is not null).Select(sample => (c.Model.Bands.Select(band => band.Key).ToList().IndexOf(engine.Score(sample)[0].Band!.Value), sample.Outcome!.Value)).ToArray();
            return bands.Select((band, index) => band.Positives == said.Count(each => each == (index, true))
                && band.Negatives == said.Count(each => each == (index, false))
                && band.TruePositives == said.Count(each => each.Item1 >= index && each.Value)
                && band.FalsePositives == said.Count(each => each.Item1 >= index && !each.Value)
                && band.FalseNegatives == said.Count(each => each.Item1 < index && each.Value)
                && band.TrueNegatives == said.Count(each => each.Item1 < index && !each.Value)
                && band.Rate is null == (band.Samples == 0)).All(holds => holds);
        }).Check(Thorough);

    private static Touch Heavy(ScoringModel model, Instant at) => new() { Id = EventId.From("leak"), Kind = model.Signals[0].Kind, OccurredAt = at, Quantity = 1_000 };

    private static bool Same(BacktestReport one, BacktestReport other) =>
        (one.Positives, one.Negatives, one.Candidates, one.PositiveCandidates, one.Censored, one.LeftOut) == (other.Positives, other.Negatives, other.Candidates, other.PositiveCandidates, other.Censored, other.LeftOut)
        && one.Models.Zip(other.Models).All(pair => pair.First.RocArea == pair.Second.RocArea
            && pair.First.RatesRise == pair.Second.RatesRise
            && pair.First.Deciles.SequenceEqual(pair.Second.Deciles)
            && pair.First.Bands.SequenceEqual(pair.Second.Bands));
}
