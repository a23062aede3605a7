using System.Globalization;
using System.Text;

namespace CandidateCrm.Segments.Reading;

/// <summary>Cuts a text into pieces. It never fails: what is no piece is a broken one.</summary>
internal sealed class Lexer(string text)
{
    private static readonly string[] Signs = ["!=", "<=", ">=", "=", "<", ">", "(", ")", ",", "+", "-", "%"];

    private static readonly int LongestAnchor = Words<TimeAnchor>.All.Max(anchor => anchor.Length);

    /// <summary>The text of a broken piece that begins with a quote and has none at its end.</summary>
    internal const string Unclosed = "\"";

    /// <summary>Where each line begins; computed once, so that places cost nothing in a long text.</summary>
    private readonly Lazy<List<int>> _lines = new(() => [0, .. Enumerable.Range(0, text.Length).Where(at => text[at] == '\n').Select(at => at + 1)]);

    private int _at;

    internal Token Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        if (_at == text.Length)
        {
            return new Token(TokenKind.End, string.Empty, _at);
        }

        var c = text[_at];
        return c switch
        {
            '"' => Quoted('"', TokenKind.Text),
            '`' => Quoted('`', TokenKind.QuotedName),
            _ when char.IsAsciiDigit(c) => NumberOrTime(),
            _ when IsStart(c) => Word(),
            _ => Sign(),
        };
    }

    /// <summary>Says where a place is, as line and column.</summary>
    internal Spot SpotOf(int offset)
    {
        var line = _lines.Value.BinarySearch(offset);
        line = line < 0 ? ~line - 1 : line;
        return new Spot(string.Create(CultureInfo.InvariantCulture, $"{line + 1}:{offset - _lines.Value[line] + 1}"), offset);
    }

    /// <summary>Says whether a name can stand without back-ticks.</summary>
    internal static bool IsPlain(string name) => name.Length > 0 && IsStart(name[0]) && name.All(IsPart) && name[^1] != '.';

    private static bool IsStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.';

    private Token Word()
    {
        var start = _at;
        while (_at < text.Length && (IsPart(text[_at]) || IsHyphen(start)))
        {
            _at++;
        }

        return new Token(TokenKind.Word, text[start.._at], start);
    }

    /// <summary>A hyphen belongs to a name where a letter follows and the name is no anchor: «now-3 day» subtracts.</summary>
    private bool IsHyphen(int start) =>
        text[_at] == '-' && _at + 1 < text.Length && char.IsAsciiLetter(text[_at + 1])
        && (_at - start > LongestAnchor || !Words<TimeAnchor>.All.Contains(text[start.._at], StringComparer.OrdinalIgnoreCase));

    private Token NumberOrTime()
    {
        var start = _at;
        if (IsDate(text.AsSpan(_at)))
        {
            _at += 10;
            if (_at < text.Length && text[_at] is 'T' or 't')
            {
                Skip(c => char.IsAsciiDigit(c) || c is 'T' or 't' or ':' or '.' or 'Z' or 'z' or '+' or '-');
            }

            return new Token(TokenKind.Time, text[start.._at], start);
        }

        Skip(char.IsAsciiDigit);
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            Skip(char.IsAsciiDigit);
        }

        return new Token(TokenKind.Number, text[start.._at], start);
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        text.Length >= 10 && text[4] == '-' && text[7] == '-' && !text[..4].ContainsAnyExceptInRange('0', '9')
        && !text[5..7].ContainsAnyExceptInRange('0', '9') && !text[8..10].ContainsAnyExceptInRange('0', '9');

    private void Skip(Func<char, bool> belongs)
    {
        while (_at < text.Length && belongs(text[_at]))
        {
            _at++;
        }
    }

    private Token Sign()
    {
        var start = _at;
        foreach (var sign in Signs)
        {
            if (text.AsSpan(_at).StartsWith(sign, StringComparison.Ordinal))
            {
                _at += sign.Length;
                return new Token(TokenKind.Symbol, sign, start);
            }
        }

        _at++;
        return new Token(TokenKind.Broken, string.Empty, start);
    }

    /// <summary>Reads what stands between two quotes; a backslash takes the next character as it is.</summary>
    private Token Quoted(char quote, TokenKind kind)
    {
        var start = _at++;
        var read = new StringBuilder();
        for (; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length)
            {
                _at++;
            }

            read.Append(text[_at]);
        }

        if (_at == text.Length)
        {
            return new Token(TokenKind.Broken, Unclosed, start);
        }

        _at++;
        return new Token(kind, read.ToString(), start);
    }
}
