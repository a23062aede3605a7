using BenchmarkDotNet.Attributes;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Engagement;

/// <summary>
/// R10: a touchpoint arrives. Exact blocks take it in, after which every later instant can be answered; the obvious reference sums all 50 touchpoints again,
/// with objects, elapsed times and the runtime's power function. What an answer costs is in <see cref="ScoreAnswers"/>.
/// </summary>
[MemoryDiagnoser]
public class R10_ScoreUpdate
{
    private const int History = 50;
    private static readonly Instant Start = Instant.FromUtc(2025, 6, 2, 9, 0);

    private readonly (TouchKind Kind, double Weight, Duration HalfLife)[] _signals =
    [
        (TouchKinds.EmailOpened, 1, Duration.FromDays(14)), (TouchKinds.EmailClicked, 2, Duration.FromDays(30)), (TouchKinds.EmailReplied, 8, Duration.FromDays(30)),
        (TouchKinds.CallHeld, 10, Duration.FromDays(60)), (TouchKinds.ApplicationSubmitted, 25, Duration.FromDays(180)),
    ];

    private Touch[] _touches = [];
    private Instant[] _instants = [];
    private ScoreDraft _draft = null!;
    private ScoreState _state = null!;
    private int _next;

    /// <summary>Fills a year with 50 touchpoints of five kinds.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var builder = ScoringModel.Named("engagement");
        foreach (var (kind, weight, halfLife) in _signals)
        {
            builder.Signal(kind, (decimal)weight, halfLife);
        }

        var random = new Random(17);
        _touches = [.. Enumerable.Range(0, History).Select(index => new Touch
        {
            Id = EventId.From($"t{index}"),
            Kind = _signals[random.Next(_signals.Length)].Kind,
            OccurredAt = Start + Duration.FromMinutes(random.Next(365 * 24 * 60)),
        }).OrderBy(touch => touch.OccurredAt)];
        _draft = new ScoreDraft(new ScoreEngine(builder.Build()).Plan);
        foreach (var touch in _touches)
        {
            _draft.Add(touch.Kind, touch.OccurredAt);
        }

        _state = _draft.Freeze();
        _instants = [.. Enumerable.Range(0, 1_024).Select(index => _touches[^1].OccurredAt + Duration.FromMinutes(37 * index))];
        if (Math.Abs((double)_draft.Score(_instants[0]) - RecomputeAt(_instants[0])) > 1e-8)
        {
            throw new InvalidOperationException("Both sides must give the same score.");
        }
    }

    /// <summary>The obvious reference: every touchpoint again.</summary>
    [Benchmark(Baseline = true)]
    public double RecomputeOf50() => RecomputeAt(_instants[_next++ & 1_023]);

    /// <summary>Takes one touchpoint in: the exact sums are current afterwards, for every instant to come.</summary>
    [Benchmark]
    public long Update()
    {
        // Begun anew now and then, so that the sums stay those of a person.
        var index = _next++ & 1_023;
        if (index == 0)
        {
            _draft.Load(_state);
        }

        _draft.Add(_touches[index % History].Kind, _instants[index]);
        return _draft.Signals[0].Count;
    }

    private double RecomputeAt(Instant at)
    {
        var score = 0.0;
        foreach (var touch in _touches)
        {
            foreach (var (kind, weight, halfLife) in _signals)
            {
                if (kind == touch.Kind && touch.OccurredAt <= at)
                {
                    score += weight * (double)touch.Quantity * Math.Pow(2, -((at - touch.OccurredAt) / halfLife));
                }
            }
        }

        return score;
    }
}
