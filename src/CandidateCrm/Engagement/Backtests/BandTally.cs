using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>Labelled samples by the bands of one model.</summary>
internal sealed class BandTally(ScoringModel model)
{
    private readonly (long Positives, long Negatives)[] _counts = new (long, long)[model.Bands.Length];

    internal void Add(int band, bool isPositive)
    {
        if (band < _counts.Length)
        {
            var (positives, negatives) = _counts[band];
            _counts[band] = isPositive ? (positives + 1, negatives) : (positives, negatives + 1);
        }
    }

    internal ImmutableArray<BacktestBand> Report(ShownFigures shown)
    {
        var bands = ImmutableArray.CreateBuilder<BacktestBand>(_counts.Length);
        var (positivesBelow, negativesBelow) = (0L, 0L);
        var (allPositives, allNegatives) = (_counts.Sum(each => each.Positives), _counts.Sum(each => each.Negatives));
        for (var index = 0; index < _counts.Length; index++)
        {
            var (positives, negatives) = _counts[index];
            var (found, wrong) = (allPositives - positivesBelow, allNegatives - negativesBelow);
            bands.Add(new BacktestBand
            {
                Band = model.Bands[index].Key,
                Positives = positives,
                Negatives = negatives,
                Rate = Part(positives, positives + negatives, shown.IsRate(positives + negatives)),
                TruePositives = found,
                FalsePositives = wrong,
                FalseNegatives = positivesBelow,
                TrueNegatives = negativesBelow,
                Precision = Part(found, found + wrong, shown.IsRate(found + wrong)),
                Recall = Part(found, allPositives, shown.IsOfPositives(allPositives)),
            });
            positivesBelow += positives;
            negativesBelow += negatives;
        }

        return bands.MoveToImmutable();
    }

    /// <summary>Says whether the rates that are shown never fall from a band to the next; null where fewer than two are, and where they are all 0 or all 1 because there is one outcome only.</summary>
    internal static bool? RatesRise(ImmutableArray<BacktestBand> bands)
    {
        decimal[] rates = [.. bands.Where(band => band.Rate is not null).Select(band => band.Rate!.Value)];
        var (positives, negatives) = (bands.Sum(band => band.Positives), bands.Sum(band => band.Negatives));
        return rates.Length < 2 || positives == 0 || negatives == 0 ? null : rates.Zip(rates.Skip(1), (lower, higher) => lower <= higher).All(rises => rises);
    }

    private static decimal? Part(long some, long all, bool isShown) => isShown ? ScoreBounds.Rounded((decimal)some / all) : null;
}
