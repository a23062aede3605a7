namespace CandidateCrm.Segments.Reading;

/// <summary>A piece of text: a word, a name in back-ticks, a text without its quotes, a number, a date or instant, or a sign.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Offset)
{
    internal bool Is(string word) => Kind is TokenKind.Word or TokenKind.Symbol && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    internal bool IsName => Kind is TokenKind.Word or TokenKind.QuotedName;
}
