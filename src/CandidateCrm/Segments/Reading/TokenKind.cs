namespace CandidateCrm.Segments.Reading;

/// <summary>What a piece of text is.</summary>
internal enum TokenKind
{
    End,
    Word,
    QuotedName,
    Text,
    Number,
    Time,
    Symbol,
    Broken,
}
