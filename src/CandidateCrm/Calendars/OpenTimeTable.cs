using System.Numerics;

namespace CandidateCrm.Calendars;

/// <summary>
/// The open stretches of some consecutive years with their cumulative length, and an index from a day, and from an amount of open time, to
/// the stretch. Immutable: growing makes another one.
/// </summary>
internal sealed class OpenTimeTable
{
    // Stretches 1 to Count; one without length stands before them and one that never opens after them, so that no search falls off an end.
    private readonly Entry[] _entries;
    private readonly int[] _byDay;
    private readonly int[] _byAmount;
    private readonly int _amountShift;

    internal OpenTimeTable(YearHours[] years)
    {
        Years = years;
        Start = InstantLine.StartOfYear(years[0].Year);
        End = InstantLine.StartOfYear(years[^1].Year + 1);
        var open = Stretches.Merge([.. years.SelectMany(year => year.Open)]);
        Count = open.Count;
        _entries = Cumulate(open, Start);
        _byDay = IndexDays();
        (_byAmount, _amountShift) = IndexAmounts();
        Business = new BusinessDateTable(years);
    }

    internal YearHours[] Years { get; }

    internal BusinessDateTable Business { get; }

    /// <summary>Gets the first instant that the table knows.</summary>
    internal long Start { get; }

    /// <summary>Gets the first instant that the table does not know any more.</summary>
    internal long End { get; }

    internal int Count { get; }

    internal int FirstYear => Years[0].Year;

    internal int LastYear => Years[^1].Year;

    /// <summary>Gets the amount at <see cref="Start"/>. Amounts are only ever compared: where they begin is of no meaning.</summary>
    internal long Least => _entries[0].Before;

    /// <summary>Gets the amount at <see cref="End"/>.</summary>
    internal long Most => _entries[^1].Before;

    internal long OpenAt(int stretch) => _entries[stretch].Open;

    internal long CloseAt(int stretch) => _entries[stretch].Open + (_entries[stretch + 1].Before - _entries[stretch].Before);

    /// <summary>Returns the last stretch that opens at or before an instant; 0 when there is none.</summary>
    internal int OpeningBy(long at)
    {
        if (at < Start)
        {
            return 0;
        }

        if (at >= End)
        {
            return Count;
        }

        var day = (int)((ulong)(at - Start) / (ulong)InstantLine.NanosecondsPerDay);
        var (low, high) = (_byDay[day], _byDay[day + 1]);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_entries[middle].Open <= at)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Returns the amount of open time up to an instant.</summary>
    internal long AmountAt(long at)
    {
        var stretch = OpeningBy(at);
        ref readonly var entry = ref _entries[stretch];
        // Unsigned, because a stretch and what follows it may each be longer than a signed number of nanoseconds.
        var length = (ulong)(_entries[stretch + 1].Before - entry.Before);
        return entry.Before + (long)Math.Min((ulong)(at - entry.Open), length);
    }

    /// <summary>Returns the earliest instant up to which this amount, more than <see cref="Least"/> and at most <see cref="Most"/>, was open.</summary>
    internal long EarliestWith(long amount) => InstantIn(PassingAt(amount - 1), amount);

    /// <summary>Returns the latest instant up to which this amount, at least <see cref="Least"/> and less than <see cref="Most"/>, was open.</summary>
    internal long LatestWith(long amount) => InstantIn(PassingAt(amount), amount);

    private long InstantIn(int stretch, long amount) => _entries[stretch].Open + (amount - _entries[stretch].Before);

    /// <summary>Returns the stretch within which the amount rises above this one.</summary>
    private int PassingAt(long amount)
    {
        var bucket = (int)((ulong)(amount - Least) >> _amountShift);
        var (low, high) = (_byAmount[bucket], _byAmount[bucket + 1]);
        while (low < high)
        {
            var middle = (low + high + 1) >>> 1;
            if (_entries[middle].Before <= amount)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Adds lengths up. The sum of all years may exceed a signed 64-bit number, so it is centred on zero.</summary>
    private static Entry[] Cumulate(List<Stretch> open, long start)
    {
        var total = open.Aggregate(0UL, (sum, stretch) => sum + (ulong)(stretch.End - stretch.Start));
        var before = -(long)(total / 2);
        var entries = new Entry[open.Count + 2];
        entries[0] = new Entry(start, before);
        for (var i = 0; i < open.Count; i++)
        {
            entries[i + 1] = new Entry(open[i].Start, before);
            before += open[i].End - open[i].Start;
        }

        entries[^1] = new Entry(long.MaxValue, before);
        return entries;
    }

    /// <summary>Notes for the start of each day the last stretch that opens by then.</summary>
    private int[] IndexDays()
    {
        var index = new int[(int)((ulong)(End - Start) / (ulong)InstantLine.NanosecondsPerDay) + 1];
        var stretch = 0;
        for (var day = 0; day < index.Length; day++)
        {
            var start = Start + (day * InstantLine.NanosecondsPerDay);
            while (stretch < Count && _entries[stretch + 1].Open <= start)
            {
                stretch++;
            }

            index[day] = stretch;
        }

        return index;
    }

    /// <summary>Cuts the whole amount into about as many buckets as there are stretches, a power of two wide, and notes the last stretch that begins by each.</summary>
    private (int[] Index, int Shift) IndexAmounts()
    {
        var total = (ulong)(Most - Least);
        var shift = BitOperations.Log2((total / (ulong)Math.Max(1, Count)) | 1);
        var index = new int[(int)(total >> shift) + 2];
        var stretch = 0;
        for (var bucket = 0; bucket < index.Length; bucket++)
        {
            while (stretch < Count && (ulong)(_entries[stretch + 1].Before - Least) <= (ulong)bucket << shift)
            {
                stretch++;
            }

            index[bucket] = stretch;
        }

        return (index, shift);
    }

    /// <summary>A stretch: where it opens, and the open time before it. It ends when the open time before the next one is reached.</summary>
    private readonly record struct Entry(long Open, long Before);
}
