using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>
/// The largest numbers among rows that come in the order of their ids. Once there are enough, only rows whose code lies above the smallest of them are looked at.
/// </summary>
internal sealed class TopRanking<T>
{
    private readonly PriorityQueue<string, (decimal Value, long Order)> _kept = new(Comparer<(decimal Value, long Order)>.Create(
        static (one, other) => one.Value != other.Value ? one.Value.CompareTo(other.Value) : other.Order.CompareTo(one.Order)));

    private readonly ulong[] _bits = new ulong[IndexChunk<T>.MostWords];
    private readonly int _count;
    private readonly int _place;
    private readonly Func<T, decimal?>? _moving;
    private long _order;

    internal TopRanking(SegmentIndex<T> index, string field, int count, Instant now)
    {
        if (!index.Schema.TryFind(field, out var found) || found.Type != FieldType.Number || found.Class is AttributeClass.Protected or AttributeClass.Contact)
        {
            throw new ArgumentException("Members are ranked by a number of the schema that rules may use.", nameof(field));
        }

        (_count, _place) = (count, index.Schema.Fields.IndexOf(found));
        if (index.Moving is { } moving && moving.Names.Contains(field))
        {
            var reader = (ValueReader<T, decimal?>)index.Schema.ReaderOf(field);
            _moving = kept => reader.Read(moving.At(kept, now));
        }
    }

    internal long RowByRow { get; private set; }

    internal void Take(IndexChunk<T> chunk, ReadOnlySpan<ulong> members, Lanes lanes)
    {
        var bits = _bits.AsSpan(0, members.Length);
        if (_moving is not null)
        {
            members.CopyTo(bits);
            RowByRow += Bits.Count(bits);
        }
        else
        {
            var column = (ValueColumn<decimal?>)chunk.Table[_place];
            bits.Clear();
            lanes.AddRange(column.Codes, LeastCode(column.Values), column.Values.Count, bits);
            lanes.And(bits, members);
        }

        for (var row = Bits.Next(bits, 0); row >= 0; row = Bits.Next(bits, row + 1))
        {
            if ((_moving is { } read ? read(chunk.Kept![row]) : ((ValueColumn<decimal?>)chunk.Table[_place]).ValueOf(row, none: null)) is { } value)
            {
                Take(chunk, row, value);
            }
        }
    }

    internal ImmutableArray<RankedMember> Result()
    {
        var members = new RankedMember[_kept.Count];
        for (var place = members.Length - 1; _kept.TryDequeue(out var id, out var rank); place--)
        {
            members[place] = new RankedMember { Id = id, Value = rank.Value };
        }

        return [.. members];
    }

    private void Take(IndexChunk<T> chunk, int row, decimal value)
    {
        if (_kept.Count == _count && _kept.TryPeek(out _, out var least) && value <= least.Value)
        {
            return;
        }

        if (_kept.Count == _count)
        {
            _kept.Dequeue();
        }

        _kept.Enqueue(chunk.Keys[row], (value, _order++));
    }

    /// <summary>Returns the first code whose number can still be among the largest.</summary>
    private int LeastCode(ValueList<decimal?> values)
    {
        if (_kept.Count < _count || !_kept.TryPeek(out _, out var least))
        {
            return 1;
        }

        var (low, high) = (0, values.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = values[middle] <= least.Value ? (middle + 1, high) : (low, middle);
        }

        return low + 1;
    }
}
