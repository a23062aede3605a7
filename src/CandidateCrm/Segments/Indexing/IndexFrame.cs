using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Indexing;

/// <summary>A program at work on one table: the bits of each of its steps, and what the steps need beside the table. For one thread.</summary>
internal sealed class IndexFrame(IndexProgram program, Lanes lanes, Moment moment)
{
    private readonly Dictionary<string, IndexFrame> _items = program.Items.ToDictionary(items => items.Key, items => new IndexFrame(items.Value, lanes, moment), StringComparer.Ordinal);
    private ulong[] _bits = [];
    private int _words;

    internal Lanes Lanes => lanes;

    internal Moment Moment => moment;

    internal IndexTable Table { get; private set; } = null!;

    /// <summary>Gets the whole chunk, for the few steps that need more than columns; null for items.</summary>
    internal object? Chunk { get; private set; }

    /// <summary>Gets how many rows were asked one after the other.</summary>
    internal long RowByRow { get; private set; }

    /// <summary>Finds out which rows of a table each step holds for.</summary>
    internal void Run(IndexTable table, object? chunk)
    {
        (Table, Chunk, _words) = (table, chunk, (table.Rows + 63) / 64);
        if (_bits.Length < _words * program.Steps.Count)
        {
            _bits = new ulong[_words * program.Steps.Count];
        }

        foreach (var (field, frame) in _items)
        {
            frame.Run(((ListColumn)table[program.PlaceOf(field)]).Items, chunk: null);
        }

        for (var step = 0; step < program.Steps.Count; step++)
        {
            var bits = _bits.AsSpan(step * _words, _words);
            bits.Clear();
            program.Steps[step].Run(this, bits);
            RowByRow += program.Steps[step].IsRowByRow ? table.Rows : 0;
        }
    }

    /// <summary>Returns the rows that a step holds for.</summary>
    internal ReadOnlySpan<ulong> Of(int step) => _bits.AsSpan(step * _words, _words);

    /// <summary>Returns the items that a step of their own program holds for.</summary>
    internal ReadOnlySpan<ulong> ItemsOf(string field, int step) => _items[field].Of(step);

    internal long AllRowByRow() => RowByRow + _items.Values.Sum(items => items.AllRowByRow());
}
