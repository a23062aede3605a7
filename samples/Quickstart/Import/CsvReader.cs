using System.Buffers;

namespace Quickstart.Import;

/// <summary>
/// Reads comma-separated values per RFC 4180, record by record, in one window of fixed size. Lines end with CRLF, LF or CR; a byte
/// order mark and empty lines are passed over. A line that cannot be read costs only itself: reading goes on with the next one.
/// </summary>
internal sealed class CsvReader(TextReader text, char delimiter = ',', int longestRecord = 64 * 1024)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");
    private readonly SearchValues<char> _fieldEnds = SearchValues.Create([delimiter, '\r', '\n']);
    private readonly char[] _window = new char[4 * longestRecord];
    private readonly List<Field> _fields = [];
    private int _start;
    private int _end;
    private bool _ended;
    private long _next = 1;

    /// <summary>Gets the line on which the record begins, from 1 on.</summary>
    internal long Line { get; private set; }

    /// <summary>Gets why the record cannot be read; null when it can.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Gets how many fields the record has; 0 with a fault.</summary>
    internal int Count => _fields.Count;

    /// <summary>Reads the next record; false at the end.</summary>
    internal bool Read()
    {
        while (true)
        {
            Fill();
            if (_next == 1 && _start == 0 && _end > 0 && _window[0] == '\uFEFF')
            {
                _start = 1;
            }

            _fields.Clear();
            Fault = null;
            Line = _next;
            if (_start == _end)
            {
                return false;
            }

            if (TryPassLineEnd())
            {
                continue;
            }

            Fault = ReadFields();
            if (Fault is not null)
            {
                _fields.Clear();
                _next = Line;
                SkipLine();
            }

            return true;
        }
    }

    /// <summary>Returns a field without its quotes; valid until the next record is read.</summary>
    internal ReadOnlySpan<char> this[int field]
    {
        get
        {
            var (start, length, doubled) = _fields[field];
            ReadOnlySpan<char> raw = _window.AsSpan(start, length);
            return doubled ? raw.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : raw;
        }
    }

    private string? ReadFields()
    {
        var at = _start;
        var limit = Math.Min(_end, _start + longestRecord);
        while (true)
        {
            var fault = at < limit && _window[at] == '"' ? ReadQuoted(ref at, limit) : ReadPlain(ref at, limit);
            if (fault is not null)
            {
                return fault;
            }

            if (at < _end && _window[at] == delimiter)
            {
                at++;
                continue;
            }

            _start = at;
            TryPassLineEnd();
            return null;
        }
    }

    private string? ReadPlain(ref int at, int limit)
    {
        var length = _window.AsSpan(at, limit - at).IndexOfAny(_fieldEnds);
        if (length < 0)
        {
            if (limit < _end || !_ended)
            {
                return "the line is too long";
            }

            length = limit - at;
        }

        _fields.Add(new Field(at, length, Doubled: false));
        at += length;
        return null;
    }

    private string? ReadQuoted(ref int at, int limit)
    {
        var begin = at + 1;
        var doubled = false;
        var close = begin;
        while (true)
        {
            var ahead = _window.AsSpan(close, limit - close).IndexOf('"');
            if (ahead < 0)
            {
                return "a quoted field is never closed";
            }

            close += ahead;
            if (close + 1 >= limit || _window[close + 1] != '"')
            {
                break;
            }

            doubled = true;
            close += 2;
        }

        at = close + 1;
        if (at < _end && _window[at] != delimiter && _window[at] is not ('\r' or '\n'))
        {
            return "text follows a closing quote";
        }

        _next += LinesIn(_window.AsSpan(begin, close - begin));
        _fields.Add(new Field(begin, close - begin, doubled));
        return null;
    }

    private static int LinesIn(ReadOnlySpan<char> text)
    {
        var lines = 0;
        for (var at = text.IndexOfAny(LineEnds); at >= 0; at = text.IndexOfAny(LineEnds))
        {
            text = text[(text[at..].StartsWith("\r\n") ? at + 2 : at + 1)..];
            lines++;
        }

        return lines;
    }

    private bool TryPassLineEnd()
    {
        if (_start == _end || _window[_start] is not ('\r' or '\n'))
        {
            return false;
        }

        _start += _window[_start] == '\r' && _start + 1 < _end && _window[_start + 1] == '\n' ? 2 : 1;
        _next++;
        return true;
    }

    private void SkipLine()
    {
        while (_start < _end)
        {
            var ahead = _window.AsSpan(_start, _end - _start).IndexOfAny(LineEnds);
            _start = ahead < 0 ? _end : _start + ahead;
            Fill();
            if (ahead >= 0)
            {
                TryPassLineEnd();
                return;
            }
        }
    }

    /// <summary>Sees to it that a whole record of the greatest length, and its line end, lies in the window.</summary>
    private void Fill()
    {
        if (_ended || _end - _start > longestRecord + 2)
        {
            return;
        }

        _window.AsSpan(_start, _end - _start).CopyTo(_window);
        _end -= _start;
        _start = 0;
        var read = text.ReadBlock(_window, _end, _window.Length - _end);
        _end += read;
        _ended = read == 0 || _end < _window.Length;
    }

    private readonly record struct Field(int Start, int Length, bool Doubled);
}
