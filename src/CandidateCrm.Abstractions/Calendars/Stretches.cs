namespace CandidateCrm.Calendars;

/// <summary>Sets of stretches.</summary>
internal static class Stretches
{
    /// <summary>Sorts, and joins what overlaps or touches. The list is used up.</summary>
    internal static List<Stretch> Merge(List<Stretch> stretches)
    {
        stretches.Sort((left, right) => left.Start.CompareTo(right.Start));
        var merged = new List<Stretch>(stretches.Count);
        foreach (var next in stretches)
        {
            if (merged.Count > 0 && next.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, next.End) };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }

    /// <summary>Returns what is left of a stretch without others, which are merged.</summary>
    internal static IEnumerable<Stretch> Without(Stretch whole, Stretch[] others)
    {
        var start = whole.Start;
        for (var i = FirstEndingAfter(others, start); i < others.Length && others[i].Start < whole.End; i++)
        {
            if (others[i].Start > start)
            {
                yield return new Stretch(start, others[i].Start);
            }

            start = others[i].End;
        }

        if (start < whole.End)
        {
            yield return new Stretch(start, whole.End);
        }
    }

    /// <summary>Returns what is in both: a stretch, and others, which are merged.</summary>
    internal static IEnumerable<Stretch> Both(Stretch whole, List<Stretch> others) => others
        .Where(other => other.Start < whole.End && other.End > whole.Start)
        .Select(other => new Stretch(Math.Max(other.Start, whole.Start), Math.Min(other.End, whole.End)));

    private static int FirstEndingAfter(Stretch[] stretches, long at)
    {
        var (low, high) = (0, stretches.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = stretches[middle].End > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
