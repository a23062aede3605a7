namespace CandidateCrm.Segments.Indexing;

/// <summary>Makes the chunks of the next version of the ones before: those that nothing touches stay the same objects.</summary>
internal sealed class ChunkEditing<T>(IEnumerable<IndexChunk<T>> chunks, int mostRows, Func<IReadOnlyList<KeyValuePair<string, T>>, IndexChunk<T>> make)
{
    private readonly List<IndexChunk<T>> _chunks = [.. chunks];

    internal IndexChunk<T>[] Result() => [.. _chunks];

    /// <summary>Puts rows, whose ids stand in order, each once.</summary>
    internal void Put(List<KeyValuePair<string, T>> rows)
    {
        for (var from = 0; from < rows.Count;)
        {
            var (chunk, row) = PlaceOf(rows[from].Key);
            var to = from + 1;
            if (row >= 0)
            {
                while (to < rows.Count && row + to - from < _chunks[chunk].Rows && _chunks[chunk].Keys[row + to - from] == rows[to].Key)
                {
                    to++;
                }

                _chunks[chunk] = _chunks[chunk].Splice(row, to - from, make(rows[from..to]));
            }
            else
            {
                var next = Next(chunk, ~row);
                while (to < rows.Count && (next is null || string.CompareOrdinal(rows[to].Key, next) < 0))
                {
                    to++;
                }

                Insert(chunk, ~row, rows[from..to]);
            }

            from = to;
        }
    }

    internal bool Remove(string key)
    {
        var (chunk, row) = PlaceOf(key);
        if (row < 0)
        {
            return false;
        }

        if (_chunks[chunk].Rows == 1)
        {
            _chunks.RemoveAt(chunk);
        }
        else
        {
            _chunks[chunk] = _chunks[chunk].Splice(row, 1, make([]));
        }

        return true;
    }

    private void Insert(int chunk, int row, List<KeyValuePair<string, T>> rows)
    {
        if (_chunks.Count == 0)
        {
            _chunks.AddRange(Made(rows));
            return;
        }

        var whole = _chunks[chunk];
        if (whole.Rows + rows.Count <= mostRows)
        {
            _chunks[chunk] = whole.Splice(row, 0, make(rows));
        }
        else if (row < whole.Rows && rows.Count <= mostRows / 2)
        {
            var half = whole.Rows / 2;
            _chunks[chunk] = whole.Slice(0, half);
            _chunks.Insert(chunk + 1, whole.Slice(half, whole.Rows - half));
            Insert(row <= half ? chunk : chunk + 1, row <= half ? row : row - half, rows);
        }
        else
        {
            IEnumerable<IndexChunk<T>> before = row > 0 ? [whole.Slice(0, row)] : [];
            IEnumerable<IndexChunk<T>> after = row < whole.Rows ? [whole.Slice(row, whole.Rows - row)] : [];
            _chunks.RemoveAt(chunk);
            _chunks.InsertRange(chunk, [.. before, .. Made(rows), .. after]);
        }
    }

    private IEnumerable<IndexChunk<T>> Made(List<KeyValuePair<string, T>> rows) =>
        rows.Chunk(mostRows).Select(some => make(some));

    /// <summary>Returns the chunk that an id belongs to, and its row or the complement of where it would stand.</summary>
    private (int Chunk, int Row) PlaceOf(string key)
    {
        var (low, high) = (0, _chunks.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_chunks[middle].Keys[0], key) <= 0 ? (middle + 1, high) : (low, middle);
        }

        var chunk = Math.Max(0, low - 1);
        return (chunk, _chunks.Count == 0 ? ~0 : _chunks[chunk].Keys.Find(key));
    }

    /// <summary>Returns the id before which rows at a place have to stand; null where there is none.</summary>
    private string? Next(int chunk, int row) =>
        chunk < _chunks.Count && row < _chunks[chunk].Rows ? _chunks[chunk].Keys[row] : chunk + 1 < _chunks.Count ? _chunks[chunk + 1].Keys[0] : null;
}
