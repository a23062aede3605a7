using System.Numerics;

namespace CandidateCrm.Calendars;

/// <summary>
/// The open stretches of some consecutive years with their cumulative length, and an index from a day, and from an amount of open time, to
/// the stretch. Immutable: growing makes another one.
/// </summary>
internal sealed class OpenTimeTable
{
    private readonly long[] _opens;
    private readonly long[] _closes;
    private readonly long[] _before;
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
        _opens = [.. open.Select(stretch => stretch.Start)];
        _closes = [.. open.Select(stretch => stretch.End)];
        _before = Cumulate(open);
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
    internal long Least => _before[0];

    /// <summary>Gets the amount at <see cref="End"/>.</summary>
    internal long Most => _before[^1];

    internal long OpenAt(int stretch) => _opens[stretch];

    internal long CloseAt(int stretch) => _closes[stretch];

    /// <summary>Returns the first stretch that ends after an instant, or <see cref="Count"/>.</summary>
    internal int EndingAfter(long at)
    {
        if (at >= End)
        {
            return Count;
        }

        var day = at <= Start ? 0 : (int)((ulong)(at - Start) / (ulong)InstantLine.NanosecondsPerDay);
        var (low, high) = (_byDay[day], _byDay[day + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _closes[middle] > at ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Returns the amount of open time up to an instant.</summary>
    internal long AmountAt(long at)
    {
        var stretch = EndingAfter(at);
        var amount = _before[stretch];
        return stretch < Count && _opens[stretch] < at ? amount + (at - _opens[stretch]) : amount;
    }

    /// <summary>Returns the earliest instant up to which this amount, more than <see cref="Least"/> and at most <see cref="Most"/>, was open.</summary>
    internal long EarliestWith(long amount) => InstantIn(Passing(amount - 1), amount);

    /// <summary>Returns the latest instant up to which this amount, at least <see cref="Least"/> and less than <see cref="Most"/>, was open.</summary>
    internal long LatestWith(long amount) => InstantIn(Passing(amount), amount);

    private long InstantIn(int stretch, long amount) => _opens[stretch] + (amount - _before[stretch]);

    /// <summary>Returns the stretch within which the amount rises above this one.</summary>
    private int Passing(long amount)
    {
        var bucket = (int)((ulong)(amount - _before[0]) >> _amountShift);
        var (low, high) = (_byAmount[bucket], _byAmount[bucket + 1]);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _before[middle + 1] > amount ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Adds lengths up. The sum of all years may exceed a signed 64-bit number, so it is centred on zero.</summary>
    private static long[] Cumulate(List<Stretch> open)
    {
        var total = open.Aggregate(0UL, (sum, stretch) => sum + (ulong)(stretch.End - stretch.Start));
        var before = new long[open.Count + 1];
        before[0] = -(long)(total / 2);
        for (var i = 0; i < open.Count; i++)
        {
            before[i + 1] = before[i] + (open[i].End - open[i].Start);
        }

        return before;
    }

    private int[] IndexDays()
    {
        var days = (int)((ulong)(End - Start) / (ulong)InstantLine.NanosecondsPerDay);
        var index = new int[days + 1];
        var stretch = 0;
        for (var day = 0; day <= days; day++)
        {
            var start = Start + (day * InstantLine.NanosecondsPerDay);
            while (stretch < Count && _closes[stretch] <= start)
            {
                stretch++;
            }

            index[day] = stretch;
        }

        return index;
    }

    /// <summary>Cuts the whole amount into about as many buckets as there are stretches, a power of two wide.</summary>
    private (int[] Index, int Shift) IndexAmounts()
    {
        var total = (ulong)(Most - Least);
        var shift = BitOperations.Log2((total / (ulong)Math.Max(1, Count)) | 1);
        var index = new int[(int)(total >> shift) + 2];
        var stretch = 0;
        for (var bucket = 0; bucket < index.Length; bucket++)
        {
            var passed = (ulong)bucket << shift;
            while (stretch < Count && (ulong)(_before[stretch + 1] - _before[0]) <= passed)
            {
                stretch++;
            }

            index[bucket] = stretch;
        }

        return (index, shift);
    }
}
