using System.Xml.Linq;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoreDrawingTests
{
    private static readonly Instant March = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_picture_of_the_documentation_is_the_one_that_the_code_draws()
    {
        var file = Path.Combine(FixturePaths.RepositoryRoot, "docs", "images", "engagement.svg");
        var drawn = ScoreDrawing.ToSvg(new ScoreEngine(DefaultScoring.Recruiting), OfTheDocumentation(), March, March + Duration.FromDays(240));
        if (Environment.GetEnvironmentVariable("UPDATE_IMAGES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, drawn);
        }

        Assert.True(File.ReadAllText(file) == drawn, "docs/images differs from the drawing; if that is meant, run this test with UPDATE_IMAGES=1 and look at the picture.");
    }

    [Fact]
    public void It_shows_the_curve_the_touchpoints_both_thresholds_of_each_band_and_the_bands()
    {
        // 16 on the first day is hot, at 8 after thirty days still, below it warm, and below 4 after sixty cold.
        var model = ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Duration.FromDays(30)).Band("cold").Band("warm", 5, 4).Band("hot", 10, 8).Build();
        Touch[] touches = [Touched("a", 0, TouchKinds.EmailReplied), Touched("late", 101, TouchKinds.EmailReplied), Touched("other", 5, TouchKinds.CallHeld)];
        var svg = XDocument.Parse(ScoreDrawing.ToSvg(new ScoreEngine(model), touches, March, March + Duration.FromDays(100))).Root!;

        Assert.Equal("The score s from 2026-03-02 to 2026-06-10", svg.Element(Svg + "title")!.Value);
        Assert.Single(svg.Elements(Svg + "circle"));
        Assert.Equal(241 + 2, svg.Element(Svg + "polyline")!.Attribute("points")!.Value.Split(' ').Length);
        Assert.Equal([false, true, false, true], svg.Elements(Svg + "path").Skip(1).Select(line => line.Attribute("stroke-dasharray") is not null));
        Assert.Equal(["5", "4", "10", "8"], svg.Elements(Svg + "text").Skip(5).Take(4).Select(text => text.Value));
        Assert.Equal(
            [("56", "192", "#dc2626"), ("248", "192", "#f59e0b"), ("440", "256", "#94a3b8")],
            svg.Elements(Svg + "rect").Where(rect => rect.Attribute("height")!.Value == "18").Select(rect => (rect.Attribute("x")!.Value, rect.Attribute("width")!.Value, rect.Attribute("fill")!.Value)));
        Assert.Equal(["cold", "warm", "hot"], svg.Elements(Svg + "text").Skip(9).Select(text => text.Value));
    }

    [Fact]
    public void What_came_before_the_period_is_in_it_and_the_period_has_a_length()
    {
        var engine = new ScoreEngine(ScoringModel.Named("s").Signal(TouchKinds.EmailReplied, 16, Duration.FromDays(30)).Build());
        var svg = ScoreDrawing.ToSvg(engine, [Touched("a", -30, TouchKinds.EmailReplied)], March, March + Duration.FromDays(30));

        Assert.DoesNotContain("circle", svg, StringComparison.Ordinal);
        Assert.Contains(" 56,46.5 ", svg.Replace("points=\"", " ", StringComparison.Ordinal), StringComparison.Ordinal); // 8 of 8.4 on the scale
        Assert.Throws<ArgumentException>(() => ScoreDrawing.ToSvg(engine, [], March, March));
    }

    private static Touch[] OfTheDocumentation() =>
    [
        Touched("opened-1", 2, TouchKinds.EmailOpened), Touched("clicked-1", 2, TouchKinds.EmailClicked), Touched("replied-1", 5, TouchKinds.EmailReplied), Touched("call", 12, TouchKinds.CallHeld),
        Touched("applied", 20, TouchKinds.ApplicationSubmitted), Touched("withdrawn", 45, TouchKinds.ApplicationWithdrawn), Touched("clicked-2", 96, TouchKinds.EmailClicked), Touched("replied-2", 97, TouchKinds.EmailReplied),
        Touched("unsubscribed", 150, TouchKinds.EmailUnsubscribed), Touched("event", 190, TouchKinds.EventAttended),
    ];

    private static Touch Touched(string id, int day, TouchKind kind) => new() { Id = EventId.From(id), Kind = kind, OccurredAt = March + Duration.FromDays(day) };
}
