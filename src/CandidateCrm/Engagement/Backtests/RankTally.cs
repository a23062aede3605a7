using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>Labelled scores in their order: what only depends on who stands above whom.</summary>
internal sealed class RankTally
{
    private const int Deciles = 10;

    private readonly RankGroup[] _groups;

    internal RankTally(IEnumerable<LabelledScore> scores)
    {
        var byScore = new Dictionary<decimal, (long Positives, long Negatives)>();
        foreach (var each in scores)
        {
            var (positives, negatives) = byScore.GetValueOrDefault(each.Score);
            byScore[each.Score] = each.IsPositive ? (positives + 1, negatives) : (positives, negatives + 1);
        }

        _groups = [.. byScore.OrderByDescending(pair => pair.Key).Select(pair => new RankGroup(pair.Key, pair.Value.Positives, pair.Value.Negatives))];
        Positives = _groups.Sum(group => group.Positives);
        Negatives = _groups.Sum(group => group.Negatives);
    }

    internal long Positives { get; }

    internal long Negatives { get; }

    internal long Samples => Positives + Negatives;

    /// <summary>Counts the pairs of a positive and a negative in which the positive is higher, equal ones half; null without such a pair.</summary>
    internal decimal? Area()
    {
        if (Positives == 0 || Negatives == 0)
        {
            return null;
        }

        var (below, halves) = (Negatives, 0m);
        foreach (var group in _groups)
        {
            below -= group.Negatives;
            halves += (decimal)group.Positives * ((2 * below) + group.Negatives);
        }

        return ScoreBounds.Rounded(halves / (2m * Positives * Negatives));
    }

    /// <summary>Cuts the samples into ten, highest scores first.</summary>
    internal ImmutableArray<BacktestDecile> Cut(ShownFigures shown)
    {
        var deciles = ImmutableArray.CreateBuilder<BacktestDecile>(Deciles);
        var cuts = Enumerable.Range(0, Deciles + 1).Select(cut => cut * Samples / Deciles).ToArray();
        var positives = PositivesUpTo(cuts);
        for (var index = 0; index < Deciles; index++)
        {
            var samples = cuts[index + 1] - cuts[index];
            var rate = shown.IsRate(samples) ? (positives[index + 1] - positives[index]) / samples : (decimal?)null;
            deciles.Add(new BacktestDecile
            {
                Number = index + 1,
                Samples = samples,

                // Sums up to a cut are rounded, so that the parts add up to the whole.
                Positives = ScoreBounds.Rounded(positives[index + 1]) - ScoreBounds.Rounded(positives[index]),
                Rate = rate is { } part ? ScoreBounds.Rounded(part) : null,
                Lift = rate is { } own && shown.IsOfPositives(Positives) ? ScoreBounds.Rounded(own * Samples / Positives) : null,
            });
        }

        return deciles.MoveToImmutable();
    }

    /// <summary>Returns how many positives stand above each cut; of equal scores that one goes through, the part that stands above it.</summary>
    private decimal[] PositivesUpTo(long[] cuts)
    {
        var sums = new decimal[cuts.Length];
        var (group, samples, positives) = (0, 0L, 0L);
        for (var cut = 0; cut < cuts.Length; cut++)
        {
            while (group < _groups.Length && samples + _groups[group].Samples <= cuts[cut])
            {
                samples += _groups[group].Samples;
                positives += _groups[group].Positives;
                group++;
            }

            sums[cut] = samples == cuts[cut] ? positives : positives + ((decimal)_groups[group].Positives * (cuts[cut] - samples) / _groups[group].Samples);
        }

        return sums;
    }
}
