using BenchmarkDotNet.Attributes;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Engagement;

/// <summary>What the fold pays per touchpoint beside the sums: the score, the band, and when the band would move next, for the recruiting model (19 signals, 2 of which share a cap, 4 of them negative) and for five plain signals.</summary>
[MemoryDiagnoser]
public class ScoreAnswers
{
    private static readonly Instant Start = Instant.FromUtc(2025, 6, 2, 9, 0);

    private ScoreDraft _draft = null!;
    private Instant[] _instants = [];
    private int _next;

    /// <summary>Gets or sets the model.</summary>
    [Params("plain", "recruiting")]
    public string Model { get; set; } = "plain";

    /// <summary>Fills a year with 50 touchpoints.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var model = Model == "plain"
            ? ScoringModel.Named("engagement")
                .Signal(TouchKinds.EmailOpened, 1, Duration.FromDays(14)).Signal(TouchKinds.EmailClicked, 2, Duration.FromDays(30))
                .Signal(TouchKinds.EmailReplied, 8, Duration.FromDays(30)).Signal(TouchKinds.CallHeld, 10, Duration.FromDays(60))
                .Signal(TouchKinds.ApplicationSubmitted, 25, Duration.FromDays(180))
                .Band("cold").Band("warm", 10, 8).Band("hot", 30, 24).Build()
            : DefaultScoring.Recruiting;
        var engine = new ScoreEngine(model);
        var random = new Random(17);
        var touches = Enumerable.Range(0, 50).Select(index => new Touch
        {
            Id = EventId.From($"t{index}"),
            Kind = model.Signals[random.Next(model.Signals.Length)].Kind,
            OccurredAt = Start + Duration.FromMinutes(random.Next(365 * 24 * 60)),
        }).ToList();
        var newest = touches.Max(touch => touch.OccurredAt);
        _draft = new ScoreDraft(engine.Plan);
        _draft.Load(engine.Path(touches, newest).State);
        _instants = [.. Enumerable.Range(0, 1_024).Select(index => newest + Duration.FromSeconds(37 * index))];
    }

    /// <summary>Asks for the score.</summary>
    [Benchmark]
    public decimal Answer() => _draft.Score(_instants[_next++ & 1_023]);

    /// <summary>Asks when the band moves next, on the grid of the fold.</summary>
    [Benchmark]
    public Instant? NextChange() => _draft.NextBandChangeOnSecond(_instants[_next++ & 1_023]);
}
