using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class DefaultScoringTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly TouchKind[] Promised =
    [
        TouchKinds.EmailOpened, TouchKinds.EmailOpenedByMachine, TouchKinds.EmailClicked, TouchKinds.EmailReplied, TouchKinds.CallHeld, TouchKinds.MeetingHeld, TouchKinds.EventAttended, TouchKinds.PageVisited,
        TouchKinds.ApplicationSubmitted, TouchKinds.InterviewHeld, TouchKinds.SurveyAnswered, TouchKinds.ReferralMade, TouchKinds.ProfileUpdated, TouchKinds.EmailUnsubscribed,
    ];

    public static TheoryData<string> Presets => [.. ByName.Keys];

    private static Dictionary<string, ScoringModel> ByName { get; } = new[] { DefaultScoring.Recruiting, DefaultScoring.Fast, DefaultScoring.Slow, DefaultScoring.HalfYear }.ToDictionary(model => model.Key.Value);

    [Theory]
    [MemberData(nameof(Presets))]
    public void Every_preset_weighs_what_recruiting_sees_and_takes_no_machine_for_a_reader(string name)
    {
        var model = ByName[name];

        Assert.Empty(ScoringModelReview.FaultsOf(model));
        Assert.Empty(Promised.Except(model.Signals.Select(signal => signal.Kind)));
        Assert.Equal(0, model.Signals.Single(signal => signal.Kind == TouchKinds.EmailOpenedByMachine).Weight);
        Assert.True(model.Signals.Single(signal => signal.Kind == TouchKinds.EmailUnsubscribed).Weight < 0);
        Assert.Equal(0, model.Floor);
    }

    [Fact]
    public void Presets_have_keys_of_their_own_so_that_no_state_of_one_is_taken_for_that_of_another() => Assert.Equal(4, ByName.Count);

    [Fact]
    public void Fast_and_slow_differ_from_normal_in_their_half_lives_alone()
    {
        var normal = DefaultScoring.Recruiting;
        foreach (var (model, twice) in new[] { (DefaultScoring.Fast, 1), (DefaultScoring.Slow, 4) })
        {
            Assert.Equal(normal.Signals.Select(signal => signal.HalfLife * twice), model.Signals.Select(signal => signal.HalfLife * 2));
            Assert.Equal(normal.Signals.Select(signal => signal with { HalfLife = null }), model.Signals.Select(signal => signal with { HalfLife = null }));
            Assert.Equal(normal.Bands.AsEnumerable(), model.Bands);
            Assert.Equal(normal.Groups.AsEnumerable(), model.Groups);
        }
    }

    [Fact]
    public void An_application_is_warm_for_the_times_that_the_paces_say()
    {
        // 25 falls below 8 after log2(25 / 8) = 1.644 half-lives of 180 days.
        int DaysOf(ScoringModel model)
        {
            var engine = new ScoreEngine(model);
            return (int)(engine.FallsBelow(engine.Path([Touched("a", TouchKinds.ApplicationSubmitted)], Monday).State, 8, Monday)!.Value - Monday).TotalDays;
        }

        Assert.Equal((147, 295, 591), (DaysOf(DefaultScoring.Fast), DaysOf(DefaultScoring.Recruiting), DaysOf(DefaultScoring.Slow)));
    }

    [Fact]
    public void From_very_high_to_inactive_takes_six_months_of_silence()
    {
        var engine = new ScoreEngine(DefaultScoring.HalfYear);
        var state = engine.Path([Touched("a", TouchKinds.ApplicationSubmitted), Touched("b", TouchKinds.InterviewHeld), Touched("c", TouchKinds.InterviewHeld)], Monday).State;
        var silence = Monday + Duration.FromDays(180);

        Assert.Equal("very-high", state.Band?.Value);
        Assert.Equal(silence, engine.FallsBelow(state, 4, Monday));
        Assert.Equal("engaged", engine.Settle(state, silence).State.Band?.Value);
        Assert.Equal("inactive", engine.Settle(state, silence + Duration.FromSeconds(1)).State.Band?.Value);
    }

    [Fact]
    public void Whoever_is_very_high_is_inactive_six_months_later_and_forty_five_days_for_each_doubling() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 16).NonEmptyListOf()), Arb.From(Gen.Choose(0, 200)), (signals, hours) =>
        {
            var engine = new ScoreEngine(DefaultScoring.HalfYear);
            var touches = signals.Select((signal, index) => Touched($"t{index}", DefaultScoring.HalfYear.Signals[signal + 2].Kind) with { OccurredAt = Monday - Duration.FromHours(index * hours) });
            var state = engine.Path(touches, Monday).State;
            var score = (double)engine.Score(state, Monday);
            if (state.Band?.Value != "very-high" || score < 64)
            {
                return true;
            }

            var days = (engine.FallsBelow(state, 4, Monday)!.Value - Monday).TotalDays;
            return Math.Abs(days - 180 - (45 * Math.Log2(score / 64))) < 0.00001;
        }).Check(Tries.Of(300));

    private static Touch Touched(string id, TouchKind kind) => new() { Id = EventId.From(id), Kind = kind, OccurredAt = Monday };
}
