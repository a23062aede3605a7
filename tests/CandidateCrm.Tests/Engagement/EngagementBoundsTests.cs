using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Segments;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using People = CandidateCrm.Tests.Segments.People;

namespace CandidateCrm.Tests.Engagement;

/// <summary>What scores and fit do at the edges of time and of their numbers.</summary>
public sealed class EngagementBoundsTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ScoreKey Score = ScoreKey.From("engagement");

    [Fact]
    public void At_the_end_of_time_there_is_an_answer()
    {
        var engine = new ScoreEngine(DefaultScoring.Recruiting);
        var state = engine.Add(engine.Empty, new Touch { Id = EventId.From("a"), Kind = TouchKinds.ApplicationSubmitted, OccurredAt = Instant.MaxValue });
        var settled = engine.Settle(state, Instant.MaxValue).State;

        Assert.Equal(25m, engine.Score(settled, Instant.MaxValue));
        Assert.Null(engine.NextBandChangeOnSecond(settled, Instant.MaxValue));
        Assert.Null(engine.NextBandChangeOnSecond(engine.Empty, Instant.MaxValue));
        Assert.Null(engine.NextBandChangeOnSecond(engine.Empty, Instant.MinValue));
        Assert.Null(engine.NextBandChange(settled, Instant.MaxValue));
        Assert.Null(engine.FallsBelow(settled, 1, Instant.MaxValue));
        Assert.Equal(25m, engine.Explain(settled, Instant.MaxValue).Score);
    }

    [Fact]
    public void A_band_may_still_fall_on_the_last_second_of_time()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 10, Duration.FromSeconds(1)).Band("cold").Band("warm", enter: 10, exit: 9).Build());
        var lastSecond = Instant.FromUnixTimeSeconds(Instant.MaxValue.ToUnixTimeSeconds());
        ScoreState Replied(Instant at) => engine.Settle(engine.Add(engine.Empty, new Touch { Id = EventId.From("a"), Kind = TouchKinds.EmailReplied, OccurredAt = at }), at).State;

        Assert.Equal(lastSecond, engine.NextBandChangeOnSecond(Replied(lastSecond - Duration.FromSeconds(1)), lastSecond - Duration.FromSeconds(1)));
        Assert.Null(engine.NextBandChangeOnSecond(Replied(lastSecond), lastSecond));
        Assert.Throws<ArgumentOutOfRangeException>(() => engine.NextBandChangeOnSecond(Replied(Instant.MaxValue), lastSecond));
    }

    [Theory]
    [InlineData("lastContactedAt > now + 30 days")]
    [InlineData("lastContactedAt < startOfMonth - 3 months")]
    [InlineData("lastContactedAt in next year or lastContactedAt in last year")]
    [InlineData("age > 30")]
    public void Fit_is_asked_at_the_ends_of_time_too(string rule)
    {
        var reading = SegmentText.Parse(rule, People.Schema, People.Terms);
        var engine = new FitEngine<Bag>(
            new FitModel { Key = FitKey.From("f"), Criteria = [new FitCriterion { Key = FitCriterionKey.From("c"), Points = 1, Rule = reading.Required() }] }, People.Schema, People.Terms);

        foreach (var at in new[] { Instant.MaxValue, Instant.MinValue })
        {
            Assert.InRange(engine.Ask(People.Of(("age", 40)), at, People.Berlin).Percent, 0, 100);
        }
    }

    [Fact]
    public async Task A_size_that_is_out_of_bounds_is_refused_whether_the_candidate_is_known_or_not()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", Monday, Reply);

        foreach (var candidate in new[] { Histories.Anna.Candidate, CandidateId.From("nobody") })
        {
            var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await crm.Acme.Engagement.ExplainAsync(candidate, Score, fadedBelow: 1_000_000_000_001m));
            Assert.Equal("fadedBelow", error.ParamName);
        }

        Assert.Equal(1_000_000_000_000m, (await crm.Acme.Engagement.ExplainAsync(Histories.Anna.Candidate, Score, fadedBelow: 1_000_000_000_000m))!.FadedBelow);
        Assert.Equal("fadedBelow", Assert.Throws<ArgumentOutOfRangeException>(() => new ScoreEngine(DefaultScoring.Fast).Explain([], Monday, -1_000_000_000_001m)).ParamName);
    }

    [Fact]
    public async Task A_reason_with_half_a_surrogate_pair_is_refused_before_anything_is_written()
    {
        await using var crm = new CrmUnderTest();

        // Data of a theory could not hold such a text.
        foreach (var why in Halves)
        {
            Assert.Equal("why", (await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Engagement.RescoreAsync(Actor.Host, why))).ParamName);
            Assert.Throws<ArgumentException>(() => new PublishTerms { By = Actor.Host, Expected = 1, Why = why });
        }

        Assert.Empty(await crm.Acme.Jobs.ListAsync());
        Assert.Equal("because \ud83d\ude00\nof it", (await crm.Acme.Engagement.RescoreAsync(Actor.Host, "because \ud83d\ude00\nof it")).Why);
    }

    [Fact]
    public async Task Nobody_is_ranked_by_what_another_version_of_the_model_left_behind()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("r", Monday, Reply);
        Assert.Single(await crm.Acme.Engagement.TopAsync(Score, 5));
        await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.Engagement, Mode = Mode.Off }, Terms(1));
        var other = TestRules.Everything.Scores[0] with { Version = 2 };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(TestRules.Everything with { Scores = [other] }), Terms(2));

        Assert.Equal(PublishStatus.Published, outcome.Status);
        crm.Clock.Now += Duration.FromHours(1);
        Assert.Empty(await crm.Acme.Engagement.TopAsync(Score, 5));
    }

    [Theory]
    [InlineData("Weight")]
    [InlineData("HalfLife")]
    [InlineData("Quantity")]
    [InlineData("PeakWeight")]
    [InlineData("Version")]
    [InlineData("Criteria")]
    [InlineData("Score")]
    [InlineData("Horizon")]
    [InlineData("MostSamples")]
    [InlineData("Fit")]
    [InlineData("Engagement")]
    [InlineData("Name")]
    public void What_is_refused_names_the_property(string property)
    {
        var refused = Assert.ThrowsAny<ArgumentException>(() => Wrong[property]());

        Assert.Equal(property, refused.ParamName);
        Assert.Contains($"(Parameter '{property}')", refused.Message, StringComparison.Ordinal);
    }

    private static readonly string[] Halves = ["because \ud83d", "\ude00 because"];

    private static readonly FitCell Cell = new() { Fit = BandKey.From("a"), Engagement = BandKey.From("b"), Name = FitCellKey.From("c") };

    private static readonly FitModel Model = new() { Key = FitKey.From("f"), Criteria = [] };

    private static readonly Dictionary<string, Func<object>> Wrong = new(StringComparer.Ordinal)
    {
        ["Weight"] = () => new Signal { Kind = TouchKinds.EmailReplied, Weight = 10_001 },
        ["HalfLife"] = () => new Signal { Kind = TouchKinds.EmailReplied, Weight = 1, HalfLife = Duration.Zero },
        ["Quantity"] = () => new Touch { Id = EventId.From("a"), Kind = TouchKinds.EmailReplied, OccurredAt = Monday, Quantity = -1 },
        ["PeakWeight"] = () => new ExperienceModel { PeakWeight = 2 },
        ["Version"] = () => DefaultScoring.Fast with { Version = 0 },
        ["Criteria"] = () => Model with { Criteria = default },
        ["Score"] = () => Model with { Score = default(ScoreKey) },
        ["Horizon"] = () => new BacktestTerms { From = Monday, Every = Duration.FromDays(1), Horizon = Duration.Zero, Outcome = FactPattern.Touch(TouchKinds.EmailReplied) },
        ["MostSamples"] = () => new BacktestSettings { MostSamples = 10_000_001 },
        ["Fit"] = () => Cell with { Fit = default },
        ["Engagement"] = () => Cell with { Engagement = default },
        ["Name"] = () => Cell with { Name = default },
    };

    private static TouchpointRecorded Reply { get; } = new() { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound };

    private static PublishTerms Terms(long expected) => new() { By = Actor.Of(PersonId.From("ops-1")), Expected = expected };
}
