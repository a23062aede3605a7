using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Judged samples, no more than a limit, and the report of them. For one thread.</summary>
internal sealed class BacktestTally(ImmutableArray<ScoreEngine> engines, BacktestSettings settings)
{
    private readonly PriorityQueue<(SampleVerdict[] Verdicts, bool IsPositive), SamplePlace> _kept = new();
    private long _censored;
    private long _leftOut;

    /// <summary>Gets how many samples came, judged or not.</summary>
    internal long Samples => _kept.Count + _censored + _leftOut;

    internal void AddCensored() => _censored++;

    /// <summary>Takes a sample, with the touchpoints that were known at its instant; it is not scored where it will not stay.</summary>
    internal void Add(string subject, Instant at, IEnumerable<Touch> known, bool isPositive)
    {
        var place = SamplePlace.Of(subject, at);
        var isFull = _kept.Count == settings.MostSamples;
        _leftOut += isFull ? 1 : 0;
        if (!isFull)
        {
            _kept.Enqueue((Judge(known, at), isPositive), place);
        }
        else if (_kept.TryPeek(out _, out var largest) && place.CompareTo(largest) > 0)
        {
            _kept.DequeueEnqueue((Judge(known, at), isPositive), place);
        }
    }

    internal BacktestReport Report()
    {
        var positives = _kept.UnorderedItems.LongCount(item => item.Element.IsPositive);
        return new BacktestReport
        {
            Positives = positives,
            Negatives = _kept.Count - positives,
            Censored = _censored,
            LeftOut = _leftOut,
            Models = [.. engines.Select(Result)],
        };
    }

    private SampleVerdict[] Judge(IEnumerable<Touch> known, Instant at)
    {
        var touches = known as IReadOnlyCollection<Touch> ?? [.. known];
        return [.. engines.Select(engine => Judge(engine, touches, at))];
    }

    private static SampleVerdict Judge(ScoreEngine engine, IReadOnlyCollection<Touch> known, Instant at)
    {
        var path = engine.Path(known, at);
        return new SampleVerdict(path.Score, engine.Plan.IndexOf(path.State.Band));
    }

    private BacktestResult Result(ScoreEngine engine, int index)
    {
        var ranks = new RankTally(_kept.UnorderedItems.Select(item => new LabelledScore(item.Element.Verdicts[index].Score, item.Element.IsPositive)));
        var tally = new BandTally(engine.Model);
        foreach (var (sample, _) in _kept.UnorderedItems)
        {
            tally.Add(sample.Verdicts[index].Band, sample.IsPositive);
        }

        var bands = tally.Report(settings);
        var isEnough = ranks.Samples >= settings.LeastSamples && ranks.Positives >= settings.LeastPositives && ranks.Negatives >= settings.LeastNegatives;
        return new BacktestResult
        {
            Model = engine.Model.Key,
            Version = engine.Model.Version,
            Auc = isEnough ? ranks.Auc() : null,
            Deciles = ranks.Cut(settings),
            Bands = bands,
            RatesRise = BandTally.RatesRise(bands),
        };
    }
}
