using BenchmarkDotNet.Attributes;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Engagement;

/// <summary>
/// R9: a million candidates with 50 touchpoints each are scored by a model, the recruiting one: 19 signals, with caps, saturation and a group. On columns, against the obvious
/// loop over objects with NodaTime and Math.Exp, which already knows the signal of each. Both on one thread.
/// </summary>
[MemoryDiagnoser]
public class R09_ScoringAnew
{
    private const int Candidates = 1_000_000;
    private const int History = 50;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly ScoringModel Model = DefaultScoring.Recruiting;

    private readonly PlainSignal[] _signals = [.. Model.Signals.Select(signal => new PlainSignal(signal))];
    private readonly double[] _sums = new double[Model.Signals.Length];
    private readonly PopulationScorer _scorer = new(new ScoreEngine(Model));
    private readonly TouchColumns _columns = new();
    private PlainTouch[][] _people = [];

    /// <summary>Fills a year, and checks that both sides say the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(17);
        var ids = Enumerable.Range(0, History).Select(index => EventId.From($"t{index}")).ToArray();
        var row = new Touch[History];
        _people = new PlainTouch[Candidates][];
        for (var person = 0; person < Candidates; person++)
        {
            _people[person] = new PlainTouch[History];
            for (var index = 0; index < History; index++)
            {
                var signal = random.Next(_signals.Length);
                var at = Now - Duration.FromSeconds(random.Next(365 * 86_400));
                _people[person][index] = new PlainTouch { Signal = signal, At = at };
                row[index] = new Touch { Id = ids[index], Kind = Model.Signals[signal].Kind, OccurredAt = at };
            }

            _columns.Add(row);
        }

        var scores = _scorer.Score(_columns, Now);
        for (var person = 0; person < Candidates; person++)
        {
            if (Math.Abs((double)scores.ScoreOf(person) - ScoreOf(_people[person])) > 2e-8)
            {
                throw new InvalidOperationException("Both sides must give the same score.");
            }
        }
    }

    /// <summary>The obvious loop.</summary>
    [Benchmark(Baseline = true)]
    public double Objects()
    {
        var sum = 0.0;
        foreach (var person in _people)
        {
            sum += ScoreOf(person);
        }

        return sum;
    }

    /// <summary>Columns; bands are decided exactly.</summary>
    [Benchmark]
    public int Columns() => _scorer.Score(_columns, Now).TakenExactly;

    private double ScoreOf(PlainTouch[] touches)
    {
        Array.Clear(_sums);
        foreach (var touch in touches)
        {
            var signal = _signals[touch.Signal];
            var elapsed = Now - touch.At;
            _sums[touch.Signal] += signal.Weight * touch.Quantity * (signal.HalfLife is { } halfLife ? Math.Exp(-Math.Log(2) * (elapsed / halfLife)) : 1);
        }

        var (total, mail) = (0.0, 0.0);
        for (var index = 0; index < _sums.Length; index++)
        {
            var signal = _signals[index];
            var value = signal.Saturation > 0 ? signal.Saturation * (1 - Math.Exp(-_sums[index] / signal.Saturation)) : _sums[index];
            value = Math.Clamp(value, -signal.Cap, signal.Cap);
            (total, mail) = signal.IsMail ? (total, mail + value) : (total + value, mail);
        }

        return Math.Clamp(total + Math.Min(mail, 10), 0, 100);
    }

    private sealed class PlainTouch
    {
        public required int Signal { get; init; }

        public required Instant At { get; init; }

        public double Quantity { get; init; } = 1;
    }

    private sealed class PlainSignal(Signal signal)
    {
        public double Weight { get; } = (double)signal.Weight;

        public Duration? HalfLife { get; } = signal.HalfLife;

        public double Saturation { get; } = (double)(signal.Saturation ?? 0);

        public double Cap { get; } = (double)(signal.Cap ?? decimal.MaxValue);

        public bool IsMail { get; } = signal.Group is not null;
    }
}
