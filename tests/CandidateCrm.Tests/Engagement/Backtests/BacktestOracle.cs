using CandidateCrm.Engagement;

namespace CandidateCrm.Tests.Engagement;

/// <summary>A back-test as the page says it, pair by pair and sample by sample: slow, with fractions kept whole.</summary>
internal static class BacktestOracle
{
    internal static decimal? Area(IReadOnlyList<LabelledScore> scores)
    {
        var (won, pairs) = (0m, 0m);
        foreach (var positive in scores.Where(each => each.IsPositive))
        {
            foreach (var negative in scores.Where(each => !each.IsPositive))
            {
                pairs++;
                won += positive.Score > negative.Score ? 1 : positive.Score == negative.Score ? 0.5m : 0;
            }
        }

        return pairs == 0 ? null : decimal.Round(won / pairs, 9, MidpointRounding.ToEven);
    }

    /// <summary>Gives each place of the ranking the mean label of those who share its score, and each decile the places that are its own.</summary>
    internal static (long Samples, decimal Positives)[] Deciles(IReadOnlyList<LabelledScore> scores)
    {
        LabelledScore[] ranked = [.. scores.OrderByDescending(each => each.Score)];
        decimal[] share = [.. ranked.Select(each => ranked.Where(other => other.Score == each.Score).Average(other => other.IsPositive ? 1m : 0m))];
        return [.. Enumerable.Range(1, 10).Select(number =>
        {
            decimal[] own = [.. share.Where((_, place) => place >= (number - 1) * ranked.Length / 10 && place < number * ranked.Length / 10)];
            return ((long)own.Length, own.Sum());
        })];
    }
}
