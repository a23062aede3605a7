using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class QuickFallProperties
{
    private static readonly Config Thorough = Tries.Of(1_000);
    private static readonly TouchKind[] Kinds =
    [
        TouchKinds.EmailOpened, TouchKinds.EmailClicked, TouchKinds.EmailReplied, TouchKinds.PageVisited, TouchKinds.CallHeld, TouchKinds.InterviewHeld, TouchKinds.ApplicationSubmitted,
    ];

    [Fact]
    public void The_quick_search_says_what_the_exact_one_says_or_nothing() =>
        Prop.ForAll(ScoreCase.NeverNegative, c => Thresholds(c.Engine, c.Touches, c.At).All(Agrees)).Check(Thorough);

    [Fact]
    public void The_quick_search_finds_the_second_after_which_the_band_moves() =>
        Prop.ForAll(ScoreCase.NeverNegative, c => Thresholds(c.Engine, c.Touches, c.At).All(search =>
            Quick(search) is not (> 0 and var place) || (search.Score(place) < search.Below && (place == 1 || search.Score(place - 1) >= search.Below)))).Check(Thorough);

    [Fact]
    public void With_the_scoring_to_begin_with_the_quick_search_nearly_always_knows()
    {
        var searches = Enumerable.Range(0, 400).SelectMany(Recruited).ToArray();

        Assert.True(searches.Length > 400);
        Assert.All(searches, search => Assert.True(Agrees(search)));
        Assert.True(searches.Count(search => Quick(search) > 0) > searches.Length * 0.95);
    }

    [Theory]
    [InlineData(10, null)] // what never fades is enough
    [InlineData(1, 10)] // the floor is
    public void A_score_that_is_held_up_for_ever_is_left_to_the_exact_search(int steady, int? floor)
    {
        var model = ScoringModel.Named("s").Signal(TouchKinds.CallHeld, steady).Signal(TouchKinds.EmailReplied, 16, Duration.FromHours(1)).Band("cold").Band("warm", 10).Build();
        var engine = new ScoreEngine(model with { Floor = floor });
        var search = Thresholds(engine, Touches(TouchKinds.CallHeld, TouchKinds.EmailReplied), ScoreCase.Start).Single();

        Assert.Equal(0, Quick(search));
        Assert.Equal(0, Exact(search));
    }

    [Fact]
    public void A_group_that_comes_to_rest_on_its_lower_cap_is_left_to_the_exact_search()
    {
        // 10 + max(-4, 8.1 · 2^-t − 5) comes down to 6 and stays there.
        var engine = new ScoreEngine(ScoringModel.Named("s").Group("g", cap: 4)
            .Signal(TouchKinds.CallHeld, 10)
            .Signal(TouchKinds.EmailReplied, 8.1m, Duration.FromHours(1), limits => limits.In("g"))
            .Signal(TouchKinds.InterviewMissed, -5, null, limits => limits.In("g"))
            .Band("cold").Band("warm", 8, 6).Build());
        var search = Thresholds(engine, Touches(TouchKinds.CallHeld, TouchKinds.EmailReplied, TouchKinds.InterviewMissed), ScoreCase.Start).Single();

        Assert.Equal(0, Quick(search));
        Assert.Equal(0, Exact(search));
    }

    private static IEnumerable<Touch> Touches(params TouchKind[] kinds) => kinds.Select((kind, i) => Touched($"t{i}", kind, ScoreCase.Start));

    private static IEnumerable<Search> Recruited(int seed)
    {
#pragma warning disable CA5394 // The same on every machine.
        var random = new Random(seed);
        var touches = Enumerable.Range(0, random.Next(3, 40)).Select(i =>
            Touched($"t{i}", Kinds[random.Next(Kinds.Length)], ScoreCase.Start + Duration.FromSeconds(random.Next(86_400 * 300))));
        var at = ScoreCase.Start + Duration.FromDays(300) + Duration.FromMilliseconds(random.Next(86_400_000));
#pragma warning restore CA5394
        return Thresholds(new ScoreEngine(DefaultScoring.Recruiting), touches, at);
    }

    private static Touch Touched(string id, TouchKind kind, Instant at) => new() { Id = EventId.From(id), Kind = kind, OccurredAt = at };

    /// <summary>Searches for each threshold below the score.</summary>
    private static IEnumerable<Search> Thresholds(ScoreEngine engine, IEnumerable<Touch> touches, Instant at)
    {
        var draft = new ScoreDraft(engine.Plan);
        draft.Load(engine.Path(touches, at).State);
        var now = ElapsedTime.NanosOf(at);
        var grid = Grid.Until((Int128)ElapsedTime.FloorSeconds(now) * ElapsedTime.NanosPerSecond, ElapsedTime.NanosPerSecond, draft.FadedAt());
        return engine.Plan.Rounded.Exit.Skip(1).Where(exit => grid.Last > 0 && draft.NeverRises && exit <= draft.TotalAt(engine.Plan.Rounded, now)).Select(exit => new Search(draft, now, grid, exit));
    }

    private static bool Agrees(Search search) => Quick(search) is var place && (place == 0 || place == Exact(search));

    private static long Quick(Search search) => search.Draft.Quick.FirstBelow(search.Draft, search.Now, search.Grid, search.Below);

    private static long Exact(Search search) => FallingSearch.FirstBelow(new ScoreCurve(search.Draft, search.Draft.Plan.Rounded), search.Grid, search.Below);

    private sealed record Search(ScoreDraft Draft, Int128 Now, Grid Grid, Int128 Below)
    {
        internal Int128 Score(long place) => Draft.TotalAt(Draft.Plan.Rounded, Grid.At(place)!.Value);
    }
}
