using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Engagement.ScoringModelFaultCodes;

namespace CandidateCrm.Abstractions.Tests.Engagement;

public sealed class ScoringModelTests
{
    [Fact]
    public void A_model_reads_as_one_sentence()
    {
        var model = ScoringModel.Named("engagement").Version(2)
            .Signal(TouchKinds.EmailReplied, 8, Duration.FromDays(30), limits => limits.CappedAt(20).SaturatingAt(15).In("mail"))
            .Group("mail", cap: 12).Floor(0).Ceiling(100)
            .Band("warm", enter: 10, exit: 8)
            .Build();

        Assert.Equal(2, model.Version);
        Assert.Equal(
            new Signal { Kind = TouchKinds.EmailReplied, Weight = 8, HalfLife = Duration.FromDays(30), Cap = 20, Saturation = 15, Group = SignalGroupKey.From("mail") },
            Assert.Single(model.Signals));
        Assert.Equal(["none", "warm"], model.Bands.Select(band => band.Key.Value));
        Assert.Null(model.Bands[0].Enter);
    }

    [Fact]
    public void A_builder_names_every_fault_at_once()
    {
        var builder = ScoringModel.Named("engagement").Version(0)
            .Signal(TouchKinds.EmailReplied, 10_000.1m)
            .Signal(TouchKinds.EmailOpened, 1, Duration.Zero)
            .Signal(TouchKinds.EmailClicked, 1, null, limits => limits.CappedAt(-1).SaturatingAt(0).In("No name"))
            .Signal(TouchKinds.PageVisited, 1, null, limits => limits.In("web"))
            .Signal(TouchKinds.PageVisited, 2)
            .Group("mail", -1).Group("mails", 1).Group("mails", 2)
            .Floor(5).Ceiling(4)
            .Band("cold").Band("warm", 10, 11).Band("hot", 10).Band("hot", 12);

        var thrown = Assert.Throws<InvalidScoringModelException>(builder.Build);

        Assert.Equal(
            [
                Codes.OutOfBounds, Codes.OutOfBounds, Codes.OutOfBounds, Codes.OutOfBounds, Codes.OutOfBounds, Codes.OutOfBounds, Codes.OutOfBounds,
                Codes.SignalRepeated, Codes.GroupRepeated, Codes.GroupUnknown, Codes.FloorAboveCeiling, Codes.BandRepeated, Codes.BandExit, Codes.BandOrder,
            ],
            thrown.Faults.Select(fault => fault.Code));
        Assert.All(thrown.Faults, fault => Assert.Contains(fault.Sentence, thrown.Message, StringComparison.Ordinal));
        Assert.Equal(thrown.Faults.AsEnumerable(), builder.Review());
    }

    [Fact]
    public void What_is_out_of_bounds_makes_no_second_fault_and_every_fault_has_its_place()
    {
        var faults = ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 10_001, null, limits => limits.In("mail")).Group("mail", -1).Band("No name").Band("warm", 5).Review();

        Assert.Equal([(Codes.OutOfBounds, "signals[0].weight"), (Codes.OutOfBounds, "groups[0].cap"), (Codes.OutOfBounds, "bands[0].key")], faults.Select(fault => (fault.Code, fault.Where)));
        Assert.Equal(
            ["signals[0].weight", "bands[2].enter", "signals[1].kind"],
            ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 10_001).Signal(TouchKinds.EmailReplied, 1)
                .Band("cold").Band("warm", 5).Band("hot", 1_000_000_000_001m).Review().Select(fault => fault.Where));
    }

    [Fact]
    public void A_model_without_signals_is_none() =>
        Assert.Equal([Codes.SignalCount], ScoringModel.Named("engagement").Review().Select(fault => fault.Code));

    [Fact]
    public void The_lowest_band_has_no_thresholds_and_every_other_has_one()
    {
        var model = ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 8).Build() with
        {
            Bands = [new Band { Key = BandKey.From("cold"), Enter = 1 }, new Band { Key = BandKey.From("warm"), Exit = 2 }],
        };

        Assert.Equal([Codes.LowestBandThreshold, Codes.BandEnterMissing], ScoringModelReview.FaultsOf(model).Select(fault => fault.Code));
    }

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(-10_000, true)]
    [InlineData(10_000.000001, false)]
    [InlineData(-10_001, false)]
    public void A_weight_is_at_most_ten_thousand_to_either_side(double weight, bool allowed) =>
        Bounded(allowed, () => new Signal { Kind = TouchKinds.EmailReplied, Weight = (decimal)weight });

    [Theory]
    [InlineData(0, true)]
    [InlineData(10_000, true)]
    [InlineData(10_000.5, false)]
    [InlineData(-1, false)]
    public void A_quantity_is_at_most_ten_thousand(double quantity, bool allowed) =>
        Bounded(allowed, () => new Touch { Id = EventId.From("1"), Kind = TouchKinds.EmailReplied, OccurredAt = NodaConstants.UnixEpoch, Quantity = (decimal)quantity });

    [Theory]
    [InlineData(1, true)]
    [InlineData(0.5, false)]
    [InlineData(36_525.0 * 86_400, true)]
    [InlineData(36_526.0 * 86_400, false)]
    public void A_half_life_is_a_second_to_a_century(double seconds, bool allowed) =>
        Bounded(allowed, () => new Signal { Kind = TouchKinds.EmailReplied, Weight = 1, HalfLife = Duration.FromSeconds(seconds) });

    [Fact]
    public void Limits_on_the_total_are_no_finer_than_the_score()
    {
        Bounded(true, () => new SignalGroup { Key = SignalGroupKey.From("mail"), Cap = 0.123456789m });
        Bounded(false, () => new SignalGroup { Key = SignalGroupKey.From("mail"), Cap = 0.1234567891m });
        Bounded(false, () => ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 1).Build() with { Floor = 0.1234567891m });
    }

    [Fact]
    public void What_was_never_assigned_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Signal { Kind = default, Weight = 1 });
        Assert.Throws<ArgumentException>(() => new Touch { Id = default, Kind = TouchKinds.EmailReplied, OccurredAt = NodaConstants.UnixEpoch });
        Assert.Throws<ArgumentException>(() => new ScoringModel { Key = ScoreKey.From("a"), Version = 1, Signals = default });
        Assert.Throws<ArgumentException>(() => new ScoringModel { Key = ScoreKey.From("a"), Version = 1, Signals = [null!] });
    }

    private static void Bounded(bool allowed, Func<object> make)
    {
        if (allowed)
        {
            Assert.NotNull(make());
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(make);
        }
    }
}
