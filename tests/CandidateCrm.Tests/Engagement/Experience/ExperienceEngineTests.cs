using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class ExperienceEngineTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly ExperienceEngine Engine = new();

    private static readonly Arbitrary<ExperienceMoment[]> Many = Arb.From(
        (from id in Gen.Choose(0, 30)
         from hour in Gen.Choose(0, 5)
         from valence in Gen.Choose(-4, 4)
         select Moment($"m{id}", hour, valence * 12.5m)).ArrayOf().Select(moments => moments.DistinctBy(moment => moment.Id).ToArray()));

    [Fact]
    public void An_experience_is_half_its_peak_and_half_its_end()
    {
        var summary = Engine.Summarize([Moment("a", 0, 20), Moment("b", 1, -60), Moment("c", 2, 40), Moment("d", 3, 10)]);

        Assert.Equal(-25m, summary.Score);
        Assert.Equal(
            [(ExperienceTermKind.Peak, 0.5m, -60m, -30m, "b"), (ExperienceTermKind.End, 0.5m, 10m, 5m, "d"), (ExperienceTermKind.Mean, 0m, 2.5m, 0m, null)],
            summary.Terms.Select(term => (term.Kind, term.Weight, term.Valence, term.Amount, term.Moment?.Id.Value)));
        Assert.Equal(("b", "c", 4), (summary.Worst!.Id.Value, summary.Best!.Id.Value, summary.Count));
        Assert.Equal(
            ["experience -25 of 4 moments", "-30 peak: 0.5 times -60, b at 2026-03-02T10:30:00Z", "+5 end: 0.5 times 10, d at 2026-03-02T12:30:00Z", "0 mean: 0 times 2.5"],
            summary.ToText().AsEnumerable());
    }

    [Fact]
    public void The_weights_of_peak_end_and_mean_are_the_hosts()
    {
        var engine = new ExperienceEngine(new ExperienceModel { PeakWeight = 0.4m, EndWeight = 0.35m, MeanWeight = 0.25m });
        var summary = engine.Summarize([Moment("a", 0, 100), Moment("b", 1, -1), Moment("c", 2, 1)]);

        Assert.Equal(33.333333333m, summary.Terms[2].Valence);
        Assert.Equal(40m + 0.35m + (0.25m * 33.333333333m), summary.Score);
    }

    [Fact]
    public void Without_a_moment_there_is_no_score()
    {
        var summary = Engine.Summarize([Moment("a", 1, 50)], Monday);

        Assert.Null(summary.Score);
        Assert.Empty(summary.Terms);
        Assert.Equal((0, 1), (summary.Count, summary.AfterInstant));
        Assert.Equal(["no experience: no moment counts"], summary.ToText().AsEnumerable());
        Assert.Equal(0m, Engine.Summarize([Moment("a", 0, 0)]).Score);
    }

    [Theory]
    [InlineData("a", 0, 50, "b", 0, -50, "b")] // of equals the negative
    [InlineData("a", 1, 50, "b", 0, -50, "b")] // however late the other is
    [InlineData("b", 0, -50, "a", 1, -50, "a")] // then the later
    [InlineData("a", 0, -50, "b", 0, -50, "b")] // then the higher id
    [InlineData("B", 0, 50, "a", 0, 50, "a")] // ids compare ordinally: capitals come first
    [InlineData("a", 0, 50, "b", 1, 49.999999999, "a")]
    public void The_peak_is_the_strongest_then_the_negative_then_the_later_then_the_higher_id(string one, int oneHour, double oneValence, string other, int otherHour, double otherValence, string peak)
    {
        ExperienceMoment[] moments = [Moment(one, oneHour, (decimal)oneValence), Moment(other, otherHour, (decimal)otherValence)];

        Assert.Equal(peak, Engine.Summarize(moments).Terms[0].Moment!.Id.Value);
        Assert.Equal(peak, Engine.Summarize(moments.Reverse()).Terms[0].Moment!.Id.Value);
    }

    [Fact]
    public void The_end_is_the_latest_and_at_one_instant_the_higher_id()
    {
        Assert.Equal("a", Engine.Summarize([Moment("b", 0, 1), Moment("a", 1, 2)]).Terms[1].Moment!.Id.Value);
        Assert.Equal("b", Engine.Summarize([Moment("b", 0, 1), Moment("a", 0, 2), Moment("B", 0, 3)]).Terms[1].Moment!.Id.Value);
    }

    [Fact]
    public void A_moment_counts_once_per_id_and_with_another_content_it_is_an_error()
    {
        var moment = Moment("a", 0, 100);
        var summary = Engine.Summarize([moment, moment with { }, Moment("b", 1, -50)]);

        Assert.Equal((25m, 2, 1, 25m), (summary.Score, summary.Count, summary.RepeatedId, summary.Terms[2].Valence));
        Assert.Throws<ArgumentException>(() => Engine.Summarize([moment, moment with { Valence = 99 }]));
    }

    [Fact]
    public void At_its_instant_a_moment_counts() => Assert.Equal(50m, Engine.Summarize([Moment("a", 0, 50), Moment("b", 1, 0)], Monday).Score);

    [Theory]
    [InlineData("100", true)]
    [InlineData("-100", true)]
    [InlineData("100.000000001", false)]
    [InlineData("0.0000000001", false)]
    public void A_valence_is_a_hundred_to_either_side_with_nine_places(string valence, bool allowed)
    {
        var value = decimal.Parse(valence, System.Globalization.CultureInfo.InvariantCulture);
        if (allowed)
        {
            Assert.Equal(value, Moment("a", 0, value).Valence);
        }
        else
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Moment("a", 0, value));
            Assert.Throws<ArgumentOutOfRangeException>(() => new MomentRule { Kind = MomentKinds.Hired, Valence = value });
        }
    }

    [Fact]
    public void A_weight_is_nothing_to_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExperienceModel { PeakWeight = -0.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExperienceModel { EndWeight = 1.1m });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExperienceModel { MeanWeight = 0.0000000001m });
    }

    [Theory]
    [InlineData(1, 5, 1, -100)]
    [InlineData(1, 5, 5, 100)]
    [InlineData(1, 5, 3, 0)]
    [InlineData(1, 5, 9, 100)]
    [InlineData(5, 1, 5, -100)] // a school mark, where 1 is the best
    [InlineData(5, 1, 2, 50)]
    [InlineData(0, 10, 9, 80)]
    [InlineData(0, 3, 1, -33.333333333)]
    public void An_answer_is_a_valence_on_a_straight_line(int worst, int best, int answer, double valence) =>
        Assert.Equal((decimal)valence, new SurveyScale { Fact = FactCode.From("s"), Answer = FactCode.From("a"), Worst = worst, Best = best }.ValenceOf(answer));

    [Fact]
    public void It_is_what_the_rule_says_in_whatever_order_and_adds_up_exactly() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(0, int.MaxValue)), (moments, seed) =>
        {
            ExperienceMoment[] mixed = [.. moments, .. moments.Take(3)];
#pragma warning disable CA5394 // The case decides the order.
            new Random(seed).Shuffle(mixed);
#pragma warning restore CA5394
            var summary = Engine.Summarize(mixed);
            var oracle = Oracle(moments);
            return summary.Score == oracle.Score && summary.Terms.Sum(term => term.Amount) == (summary.Score ?? 0) && summary.Count == moments.Length
                && (moments.Length == 0 || (summary.Terms[0].Moment, summary.Terms[1].Moment) == (oracle.Peak, oracle.End));
        }).Check(Tries.Of(500));

    [Fact]
    public void A_moment_in_the_middle_below_the_peak_changes_nothing_and_the_same_one_at_the_end_does() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(-99, 99)), Arb.From(Gen.Choose(1, 479)), (moments, percent, minute) =>
        {
            // The line goes from one hour before the others to one after them, so that whatever lies between is neither the first nor the last.
            ExperienceMoment[] line = [Moment("first", -1, 12.5m), .. moments, Moment("end", 7, -25m)];
            var before = Engine.Summarize(line);
            var weak = Moment("weak", -1, Math.Abs(before.Terms[0].Valence) * percent / 100);
            var middle = Engine.Summarize([.. line, weak with { At = line[0].At + Duration.FromMinutes(minute) }]);
            var last = Engine.Summarize([.. line, weak with { At = line[^1].At + Duration.FromMinutes(minute) }]);
            return middle.Score == before.Score && middle.Count == before.Count + 1
                && last.Score == before.Score + ((weak.Valence - line[^1].Valence) / 2);
        }).Check(Tries.Of(500));

    /// <summary>The rule, read aloud: a moment is the peak when none beats it.</summary>
    private static (decimal? Score, ExperienceMoment? Peak, ExperienceMoment? End) Oracle(ExperienceMoment[] moments)
    {
        var peak = moments.SingleOrDefault(one => moments.All(other => other == one || IsPeakOver(one, other)));
        var end = moments.SingleOrDefault(one => moments.All(other => other == one || IsLater(one, other)));
        return (peak is null ? null : (peak.Valence / 2) + (end!.Valence / 2), peak, end);
    }

    private static bool IsPeakOver(ExperienceMoment one, ExperienceMoment other)
    {
        if (Math.Abs(one.Valence) != Math.Abs(other.Valence))
        {
            return Math.Abs(one.Valence) > Math.Abs(other.Valence);
        }

        return one.Valence != other.Valence ? one.Valence < 0 : IsLater(one, other);
    }

    private static bool IsLater(ExperienceMoment one, ExperienceMoment other) =>
        one.At != other.At ? one.At > other.At : string.CompareOrdinal(one.Id.Value, other.Id.Value) > 0;

    private static ExperienceMoment Moment(string id, int hour, decimal valence) => new() { Id = EventId.From(id), At = Monday + Duration.FromHours(hour), Valence = valence };
}
