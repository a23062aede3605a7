namespace CandidateCrm.Engagement;

/// <summary>
/// Everything after the values of the parts, in one unit: caps of groups, ceiling, floor, thresholds. It exists twice per model, in units of 10^-9 for answers
/// and in units of 2^-60 for the search of the next change.
/// </summary>
internal sealed class ScoreScale
{
    /// <summary>Gets the group of each signal; -1 for none.</summary>
    internal required int[] GroupOfSignal { get; init; }

    /// <summary>Gets the caps in the ordinal order of the groups' names.</summary>
    internal required Int128[] GroupCaps { get; init; }

    internal required Int128? Ceiling { get; init; }

    internal required Int128? Floor { get; init; }

    /// <summary>Gets the scores at which bands are entered; that of the lowest is never met.</summary>
    internal required Int128[] Enter { get; init; }

    /// <summary>Gets the scores below which bands are left; that of the lowest is never met.</summary>
    internal required Int128[] Exit { get; init; }

    /// <summary>Gets a value indicating whether values are rounded to nine places, as answers are.</summary>
    internal required bool IsRounded { get; init; }

    internal Int128 Total(ReadOnlySpan<Int128> values)
    {
        Span<Int128> groups = stackalloc Int128[GroupCaps.Length];
        groups.Clear();
        Int128 total = 0;
        for (var signal = 0; signal < values.Length; signal++)
        {
            if (GroupOfSignal[signal] is var group and >= 0)
            {
                groups[group] += values[signal];
            }
            else
            {
                total += values[signal];
            }
        }

        return Limited(total, groups);
    }

    /// <summary>Returns the score of what lies outside groups and of the sums of the groups.</summary>
    internal Int128 Limited(Int128 total, ReadOnlySpan<Int128> groups)
    {
        for (var group = 0; group < groups.Length; group++)
        {
            total += Int128.Clamp(groups[group], -GroupCaps[group], GroupCaps[group]);
        }

        return Limited(total);
    }

    internal Int128 Limited(Int128 total)
    {
        total = Ceiling is { } ceiling && total > ceiling ? ceiling : total;
        return Floor is { } floor && total < floor ? floor : total;
    }

    /// <summary>Gets a value indicating whether there is a floor or a ceiling.</summary>
    internal bool HasLimits => Ceiling is not null || Floor is not null;

    /// <summary>Says that a unit more or less could lead to another band.</summary>
    internal bool IsNearThreshold(Int128 total)
    {
        for (var band = 1; band < Enter.Length; band++)
        {
            if (Int128.Abs(total - Enter[band]) <= 1 || Int128.Abs(total - Exit[band]) <= 1)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Returns the band that follows: up while the next is entered, else down while the present one is left.</summary>
    internal int Settle(int band, Int128 total)
    {
        while (band + 1 < Enter.Length && total >= Enter[band + 1])
        {
            band++;
        }

        while (band > 0 && total < Exit[band])
        {
            band--;
        }

        return band;
    }
}
