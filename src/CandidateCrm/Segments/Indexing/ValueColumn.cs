using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>
/// A column of one value a row: the values in order, each once, and for each row a code. A condition is asked of the values, by the very test that
/// evaluates a candidate, and never of the rows; which rows have the codes that it is met by is found by comparing codes.
/// </summary>
internal sealed class ValueColumn<TValue> : IndexColumn
{
    private readonly ValueKind<TValue> _kind;

    private ValueColumn(ValueKind<TValue> kind, ValueList<TValue> values, Codes codes) => (_kind, Values, Codes) = (kind, values, codes);

    internal ValueList<TValue> Values { get; }

    internal Codes Codes { get; }

    internal override int Rows => Codes.Length;

    internal override long Bytes => ColumnBytes.OfObject + ColumnBytes.OfObject + Values.Bytes + ColumnBytes.OfObject + Codes.Bytes;

    internal static ValueColumn<TValue> Of(ValueKind<TValue> kind, IReadOnlyList<TValue> rows)
    {
        var places = new Dictionary<Value, int>();
        var distinct = new List<TValue>();
        var firsts = new int[rows.Count];
        for (var row = 0; row < firsts.Length; row++)
        {
            var value = kind.Kept(rows[row]);
            if (kind.IsThere(value) && !places.TryGetValue(new Value(value), out firsts[row]))
            {
                distinct.Add(value);
                places.Add(new Value(value), firsts[row] = distinct.Count);
            }
        }

        var order = new int[distinct.Count];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place;
        }

        order.AsSpan().Sort((one, other) => kind.Compare(distinct[one], distinct[other]));
        return new ValueColumn<TValue>(kind, kind.Keep([.. order.Select(place => distinct[place])]), new Codes(Recoded(firsts, order), order.Length));
    }

    internal TValue ValueOf(int row, TValue none) => Codes[row] is var code and > 0 ? Values[code - 1] : none;

    internal override ValueColumn<TValue> Slice(int from, int count)
    {
        var codes = new int[count];
        Codes.CopyTo(from, codes);
        return Compact(codes, Values);
    }

    internal override ValueColumn<TValue> Splice(int at, int removed, IndexColumn inserted)
    {
        var other = (ValueColumn<TValue>)inserted;
        var codes = new int[Rows - removed + other.Rows];
        Codes.CopyTo(0, codes.AsSpan(0, at));
        other.Codes.CopyTo(0, codes.AsSpan(at, other.Rows));
        Codes.CopyTo(at + removed, codes.AsSpan(at + other.Rows));
        var (values, mine, others) = Merge(other.Values);
        if (values is null)
        {
            return Compact(Recoded(codes, at, other.Rows, (null, others)), Values);
        }

        return Compact(Recoded(codes, at, other.Rows, (mine, others)), _kind.Keep(values));
    }

    internal override void AddPresent(Lanes lanes, Span<ulong> bits) => lanes.AddRange(Codes, 1, Values.Count, bits);

    /// <summary>Adds the rows that a condition is met by, in its positive form; those without a value are never.</summary>
    internal void AddMet(Lanes lanes, (IValueCondition<TValue> Condition, Moment Moment) asked, Span<ulong> bits)
    {
        var (condition, moment) = asked;
        if (condition.IsOrdered)
        {
            lanes.AddRange(Codes, First(condition, moment, 0) + 1, First(condition, moment, 1), bits);
            return;
        }

        var runs = 0;
        Span<(int From, int To)> kept = stackalloc (int, int)[CodeSets.MostRuns];
        for (var from = 0; from < Values.Count; from++)
        {
            if (!condition.IsMet(Values[from], moment))
            {
                continue;
            }

            var to = from + 1;
            while (to < Values.Count && condition.IsMet(Values[to], moment))
            {
                to++;
            }

            if (runs == kept.Length)
            {
                CodeSets.AddRest(Codes, CodesFrom(from, asked), bits);
                break;
            }

            kept[runs++] = (from + 1, to);
            from = to;
        }

        foreach (var (from, to) in kept[..runs])
        {
            lanes.AddRange(Codes, from, to, bits);
        }
    }

    internal override void Write(IndexWriter writer)
    {
        writer.Write(Values.Count);
        for (var place = 0; place < Values.Count; place++)
        {
            _kind.Write(writer, Values[place]);
        }

        Codes.Write(writer);
    }

    internal static ValueColumn<TValue> Read(ValueKind<TValue> kind, IndexReader reader, int rows)
    {
        var values = new List<TValue>();
        for (var left = reader.ReadNumber(rows); left > 0; left--)
        {
            var value = kind.Read(reader);
            IndexReader.Check(kind.IsThere(value) && (values.Count == 0 || kind.Compare(values[^1], value) < 0));
            values.Add(value);
        }

        return new ValueColumn<TValue>(kind, kind.Keep(values), Codes.Read(reader, rows, values.Count));
    }

    /// <summary>Returns the first place whose value is on this side of what an ordered condition wants: 0 for in it, 1 for above it.</summary>
    private int First(IValueCondition<TValue> condition, Moment moment, int side)
    {
        var (low, high) = (0, Values.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = condition.Side(Values[middle], moment) < side ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private bool[] CodesFrom(int from, (IValueCondition<TValue> Condition, Moment Moment) asked)
    {
        var wanted = new bool[Values.Count + 1];
        for (var place = from; place < Values.Count; place++)
        {
            wanted[place + 1] = asked.Condition.IsMet(Values[place], asked.Moment);
        }

        return wanted;
    }

    /// <summary>Returns the values of both in order, and the code that each one's codes become; null where the other has nothing new.</summary>
    private (List<TValue>? Values, int[] Mine, int[] Others) Merge(ValueList<TValue> other)
    {
        var (values, mine, others) = (new List<TValue>(Values.Count + other.Count), new int[Values.Count + 1], new int[other.Count + 1]);
        var (at, to) = (0, 0);
        while (at < Values.Count || to < other.Count)
        {
            var order = at == Values.Count ? 1 : to == other.Count ? -1 : _kind.Compare(Values[at], other[to]);
            values.Add(order <= 0 ? Values[at] : other[to]);
            if (order <= 0)
            {
                mine[++at] = values.Count;
            }

            if (order >= 0)
            {
                others[++to] = values.Count;
            }
        }

        return (values.Count == Values.Count ? null : values, mine, others);
    }

    private static int[] Recoded(int[] codes, int at, int count, (int[]? Mine, int[] Others) maps)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = row >= at && row < at + count ? maps.Others[codes[row]] : maps.Mine is { } mine ? mine[codes[row]] : codes[row];
        }

        return codes;
    }

    private static int[] Recoded(int[] codes, int[] order)
    {
        var map = new int[order.Length + 1];
        for (var place = 0; place < order.Length; place++)
        {
            map[order[place] + 1] = place + 1;
        }

        return Recoded(codes, 0, 0, (map, []));
    }

    /// <summary>Leaves out the values that no row has any more.</summary>
    private ValueColumn<TValue> Compact(int[] codes, ValueList<TValue> values)
    {
        var map = new int[values.Count + 1];
        foreach (var code in codes)
        {
            map[code] = 1;
        }

        var kept = new List<TValue>();
        for (var code = 1; code < map.Length; code++)
        {
            if (map[code] == 1)
            {
                kept.Add(values[code - 1]);
                map[code] = kept.Count;
            }
        }

        return kept.Count == values.Count
            ? new ValueColumn<TValue>(_kind, values, new Codes(codes, values.Count))
            : new ValueColumn<TValue>(_kind, _kind.Keep(kept), new Codes(Recoded(codes, 0, 0, (Zeroed(map), [])), kept.Count));
    }

    private static int[] Zeroed(int[] map)
    {
        map[0] = 0; // no value stays none
        return map;
    }

    private readonly record struct Value(TValue Of);
}
