namespace CandidateCrm.Engagement;

/// <summary>Which figures of a report rest on enough to be shown.</summary>
internal sealed class ShownFigures(BacktestSettings settings, int candidates, int positiveCandidates)
{
    /// <summary>Says so of a part of so many samples.</summary>
    internal bool IsRate(long samples) => candidates >= settings.LeastCandidates && samples > 0 && samples >= settings.LeastSamples;

    /// <summary>Says so of what is measured by all positives.</summary>
    internal bool IsOfPositives(long positives) =>
        candidates >= settings.LeastCandidates && positiveCandidates >= settings.LeastPositiveCandidates && positives > 0 && positives >= settings.LeastPositives;

    /// <summary>Says so of the area under the curve.</summary>
    internal bool IsArea(RankTally ranks) => IsRate(ranks.Samples) && IsOfPositives(ranks.Positives) && ranks.Negatives >= settings.LeastNegatives;
}
