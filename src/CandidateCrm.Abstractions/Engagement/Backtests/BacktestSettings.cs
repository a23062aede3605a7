using System.Globalization;
using System.Runtime.CompilerServices;

namespace CandidateCrm.Engagement;

/// <summary>
/// How much a back-test keeps, and how much there must be before its report shows a figure. Counts are shown in any case, and no figure is ever computed otherwise.
/// </summary>
public sealed record BacktestSettings
{
    /// <summary>The largest number of samples that can be kept.</summary>
    public const int LargestMostSamples = 10_000_000;

    /// <summary>Gets the setting of who says nothing.</summary>
    public static BacktestSettings Default { get; } = new();

    /// <summary>
    /// Gets how many samples are kept at most: 1 to 10,000,000; 1,000,000 by default, which is some 100 MB for a model. Of more, those stay whose subject and instant
    /// have the smallest hash: as good as drawn by lot, the same ones at every run, in whatever order they come.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside these bounds.</exception>
    public int MostSamples { get; init => field = Within(value, 1, LargestMostSamples); } = 1_000_000;

    /// <summary>Gets how many samples a decile or a band must have for its rates to be shown, and all together for the area: 0 or more; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int LeastSamples { get; init => field = Within(value, 0, int.MaxValue); }

    /// <summary>Gets how many positives there must be for the area, lifts and recalls to be shown: 0 or more; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int LeastPositives { get; init => field = Within(value, 0, int.MaxValue); }

    /// <summary>Gets how many negatives there must be for the area to be shown: 0 or more; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int LeastNegatives { get; init => field = Within(value, 0, int.MaxValue); }

    /// <summary>
    /// Gets how many different candidates must have been judged, all together, for any rate, lift, recall or area to be shown: 0 or more; 0 by default. Samples of one
    /// candidate at many instants say much the same, so that people are the honest count.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int LeastCandidates { get; init => field = Within(value, 0, int.MaxValue); }

    /// <summary>Gets how many different candidates must have had the outcome for the area, lifts and recalls to be shown: 0 or more; 0 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int LeastPositiveCandidates { get; init => field = Within(value, 0, int.MaxValue); }

    private static int Within(int value, int least, int most, [CallerMemberName] string name = "") =>
        ScoreBounds.Checked(value, value >= least && value <= most ? null : string.Create(CultureInfo.InvariantCulture, $"This is {least:N0} to {most:N0}."), name);
}
