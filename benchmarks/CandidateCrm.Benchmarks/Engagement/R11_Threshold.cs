using BenchmarkDotNet.Attributes;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Engagement;

/// <summary>
/// R11: who of a million candidates is at or above a threshold now. One scaled threshold is compared with columns, against a power for each candidate, from the sum that was kept
/// when it was last touched and the time since. Both answers are those of the exact scores.
/// </summary>
[MemoryDiagnoser]
public class R11_Threshold
{
    private const int Candidates = 1_000_000;
    private const decimal Threshold = 30;
    private static readonly Duration HalfLife = Duration.FromDays(45);
    private static readonly Instant Start = Instant.FromUtc(2025, 6, 2, 9, 0);

    private readonly Kept[] _people = new Kept[Candidates];
    private readonly Instant[] _instants = [.. Enumerable.Range(0, 64).Select(index => Start + Duration.FromDays(365) + Duration.FromHours(7 * index))];
    private ScoreColumns _columns = null!;
    private int _next;

    /// <summary>Gives everybody a score of up to 128 within a year, and checks that both sides say the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var engine = new ScoreEngine(ScoringModel.Named("engagement").Signal(TouchKinds.EmailReplied, 8, HalfLife).Signal(TouchKinds.CallHeld, 16, HalfLife).Build());
        var random = new Random(17);
        var states = new ScoreState[Candidates];
        for (var row = 0; row < Candidates; row++)
        {
            var at = Start + Duration.FromSeconds(random.Next(365 * 86_400));
            var touch = new Touch { Id = EventId.From("t"), Kind = random.Next(2) == 0 ? TouchKinds.EmailReplied : TouchKinds.CallHeld, OccurredAt = at, Quantity = random.Next(1, 9) };
            states[row] = engine.Add(engine.Empty, touch);
            _people[row] = new Kept { Value = (double)engine.Score(states[row], at), At = at };
        }

        _columns = new ScoreColumns(engine, states);
        if (_instants.Any(at => Math.Abs(_columns.CountAtOrAbove(Threshold, at) - Count(at)) > 1))
        {
            throw new InvalidOperationException("Both sides must give the same number.");
        }
    }

    /// <summary>The obvious reference: everybody's score now.</summary>
    [Benchmark(Baseline = true)]
    public int PowerForEach() => Count(_instants[_next++ & 63]);

    /// <summary>One threshold, scaled back.</summary>
    [Benchmark]
    public int OneThreshold() => _columns.CountAtOrAbove(Threshold, _instants[_next++ & 63]);

    private int Count(Instant now)
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += person.Value * Math.Exp(-Math.Log(2) * ((now - person.At) / HalfLife)) >= (double)Threshold ? 1 : 0;
        }

        return count;
    }

    private sealed class Kept
    {
        public required double Value { get; init; }

        public required Instant At { get; init; }
    }
}
