using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Judged samples, no more than a limit, and the report of them. For one thread.</summary>
internal sealed class BacktestTally(ImmutableArray<ScoreEngine> engines, BacktestSettings settings)
{
    // The queue gives up what stands first: the largest.
    private readonly PriorityQueue<Kept, SamplePlace> _kept = new(Comparer<SamplePlace>.Create((one, other) => other.CompareTo(one)));
    private long _censored;
    private long _leftOut;

    /// <summary>Gets the models' engines, in the order in which results list them.</summary>
    internal ImmutableArray<ScoreEngine> Engines => engines;

    /// <summary>Gets how many samples came, judged or not.</summary>
    internal long Samples => _kept.Count + _censored + _leftOut;

    internal void AddCensored() => _censored++;

    /// <summary>Takes a sample; it is not scored where it will not stay.</summary>
    /// <param name="subject">Whom it is about.</param>
    /// <param name="at">At which instant.</param>
    /// <param name="isPositive">Whether the outcome came.</param>
    /// <param name="judge">Says what the model of a number makes of it.</param>
    internal void Add(string subject, Instant at, bool isPositive, Func<int, SampleVerdict> judge)
    {
        var place = SamplePlace.Of(subject, at);
        var isFull = _kept.Count == settings.MostSamples;
        _leftOut += isFull ? 1 : 0;
        if (!isFull)
        {
            _kept.Enqueue(Judged(judge, isPositive), place);
        }
        else if (_kept.TryPeek(out _, out var largest) && place.CompareTo(largest) < 0)
        {
            _kept.DequeueEnqueue(Judged(judge, isPositive), place);
        }
    }

    internal BacktestReport Report()
    {
        var positives = _kept.UnorderedItems.LongCount(item => item.Element.IsPositive);
        var candidates = _kept.UnorderedItems.Select(item => item.Priority.Subject).Distinct(StringComparer.Ordinal).Count();
        var positiveCandidates = _kept.UnorderedItems.Where(item => item.Element.IsPositive).Select(item => item.Priority.Subject).Distinct(StringComparer.Ordinal).Count();
        var shown = new ShownFigures(settings, candidates, positiveCandidates);
        return new BacktestReport
        {
            Positives = positives,
            Negatives = _kept.Count - positives,
            Candidates = candidates,
            PositiveCandidates = positiveCandidates,
            Censored = _censored,
            LeftOut = _leftOut,
            Models = [.. engines.Select((engine, index) => Result(engine, index, shown))],
        };
    }

    private Kept Judged(Func<int, SampleVerdict> judge, bool isPositive) => new([.. Enumerable.Range(0, engines.Length).Select(judge)], isPositive);

    private BacktestResult Result(ScoreEngine engine, int index, ShownFigures shown)
    {
        var ranks = new RankTally(_kept.UnorderedItems.Select(item => new LabelledScore { Score = item.Element.Verdicts[index].Score, IsPositive = item.Element.IsPositive }));
        var tally = new BandTally(engine.Model);
        foreach (var (sample, _) in _kept.UnorderedItems)
        {
            tally.Add(sample.Verdicts[index].Band, sample.IsPositive);
        }

        var bands = tally.Report(shown);
        return new BacktestResult
        {
            Model = engine.Model.Key,
            Version = engine.Model.Version,
            RocArea = shown.IsArea(ranks) ? ranks.Area() : null,
            Deciles = ranks.Cut(shown),
            Bands = bands,
            RatesRise = BandTally.RatesRise(bands),
        };
    }

    private readonly record struct Kept(SampleVerdict[] Verdicts, bool IsPositive);
}
