using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Open time on the instant line.</summary>
internal sealed class OpenTimeSearch(CalendarTables tables)
{
    // About 292 years: more than that is looked up in steps.
    private static readonly Duration LongestStep = Duration.FromNanoseconds(long.MaxValue);

    internal bool TryAdd(Instant start, Duration open, out Instant due)
    {
        if (open > LongestStep)
        {
            return TryAdd(start, LongestStep, out due) && TryAdd(due, open - LongestStep, out due);
        }

        var at = Nanoseconds(start);
        var amount = open.ToInt64Nanoseconds();
        var table = tables.Around(at);
        due = default;
        if (amount == 0)
        {
            return TryNext(at, table, out due);
        }

        // Without this, a duration beyond the calendar would first build all of its years.
        if ((ulong)amount > (ulong)(InstantLine.Nanoseconds(tables.Last) - at))
        {
            return false;
        }

        do
        {
            var before = table.AmountAt(at);
            if ((ulong)amount <= (ulong)(table.Most - before))
            {
                due = InstantLine.At(table.EarliestWith(before + amount));
                return true;
            }
        }
        while (tables.TryGrowForward(ref table));
        return false;
    }

    internal bool TrySubtract(Instant end, Duration open, out Instant start)
    {
        if (open > LongestStep)
        {
            return TrySubtract(end, LongestStep, out start) && TrySubtract(start, open - LongestStep, out start);
        }

        var at = Nanoseconds(end);
        var amount = open.ToInt64Nanoseconds();
        var table = tables.Around(at);
        start = default;
        if (amount == 0)
        {
            return TryPrevious(at, table, out start);
        }

        if ((ulong)amount > (ulong)(at - InstantLine.Nanoseconds(tables.First)))
        {
            return false;
        }

        do
        {
            var before = table.AmountAt(at);
            if ((ulong)amount <= (ulong)(before - table.Least))
            {
                start = InstantLine.At(table.LatestWith(before - amount));
                return true;
            }
        }
        while (tables.TryGrowBackward(ref table));
        return false;
    }

    internal Duration Elapsed(Instant from, Instant to)
    {
        var (first, second) = (Nanoseconds(from), Nanoseconds(to));
        tables.Around(first);
        var table = tables.Around(second);
        var (before, after) = (table.AmountAt(first), table.AmountAt(second));
        var difference = after - before;

        // The whole calendar may be longer than a signed 64-bit number of nanoseconds.
        return (after >= before) == (difference >= 0)
            ? Duration.FromNanoseconds(difference)
            : Duration.FromNanoseconds(after) - Duration.FromNanoseconds(before);
    }

    internal bool IsOpen(Instant instant)
    {
        var at = Nanoseconds(instant);
        var table = tables.Around(at);
        return at < table.CloseAt(table.OpeningBy(at));
    }

    internal bool TryNext(Instant from, out Instant open)
    {
        var at = Nanoseconds(from);
        return TryNext(at, tables.Around(at), out open);
    }

    internal bool TryPrevious(Instant from, out Instant open)
    {
        var at = Nanoseconds(from);
        return TryPrevious(at, tables.Around(at), out open);
    }

    internal ImmutableArray<Interval> Segments(Instant first, Instant last)
    {
        var (start, end) = (Nanoseconds(first), Nanoseconds(last));
        tables.Around(start);
        var table = tables.Around(end);
        var segments = ImmutableArray.CreateBuilder<Interval>();
        for (var i = table.OpeningBy(start); i <= table.Count && table.OpenAt(i) < end; i++)
        {
            var (from, to) = (Math.Max(start, table.OpenAt(i)), Math.Min(end, table.CloseAt(i)));
            if (from < to)
            {
                segments.Add(new Interval(InstantLine.At(from), InstantLine.At(to)));
            }
        }

        return segments.ToImmutable();
    }

    private bool TryNext(long at, OpenTimeTable table, out Instant open)
    {
        do
        {
            var stretch = table.OpeningBy(at);
            if (at < table.CloseAt(stretch))
            {
                open = InstantLine.At(at);
                return true;
            }

            if (stretch < table.Count)
            {
                open = InstantLine.At(table.OpenAt(stretch + 1));
                return true;
            }
        }
        while (tables.TryGrowForward(ref table));
        open = default;
        return false;
    }

    private bool TryPrevious(long at, OpenTimeTable table, out Instant open)
    {
        do
        {
            var stretch = table.OpeningBy(at - 1);
            if (stretch > 0)
            {
                open = InstantLine.At(Math.Min(at, table.CloseAt(stretch)));
                return true;
            }
        }
        while (tables.TryGrowBackward(ref table));
        open = default;
        return false;
    }

    /// <summary>Counts from the epoch; instants outside the calendar, where nothing is open, are moved to its ends.</summary>
    private long Nanoseconds(Instant instant) =>
        InstantLine.Nanoseconds(instant < tables.First ? tables.First : instant > tables.Last ? tables.Last : instant);
}
