using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>The pieces of a text, with one look ahead.</summary>
internal sealed class TokenStream
{
    private readonly Lexer _lexer;
    private readonly FaultNotes _notes;
    private bool _isStopped;

    internal TokenStream(string text, FaultNotes notes)
    {
        _lexer = new Lexer(text);
        _notes = notes;
        Now = _lexer.Next();
        Next = _lexer.Next();
    }

    internal Token Now { get; private set; }

    internal Token Next { get; private set; }

    internal FaultNotes Notes => _notes;

    internal Spot Spot => _lexer.SpotOf(Now.Offset);

    /// <summary>Goes on, and says where it was.</summary>
    internal Spot Take()
    {
        var spot = Spot;
        (Now, Next) = (Next, _isStopped || Next.Kind == TokenKind.End ? Next with { Kind = TokenKind.End } : _lexer.Next());
        return spot;
    }

    /// <summary>Takes a word or sign, or notes that it is missing.</summary>
    internal bool Expect(string word)
    {
        if (Now.Is(word))
        {
            Take();
            return true;
        }

        Expected($"«{word}»");
        return false;
    }

    /// <summary>Notes that something else belongs here.</summary>
    internal void Expected(string what)
    {
        if (!_isStopped)
        {
            _notes.Note(Codes.Malformed, Spot, Now switch
            {
                { Kind: TokenKind.Broken, Text: Lexer.Unclosed } => "The quote is never closed.",
                { Kind: TokenKind.End } => $"The text ends where {what} belongs.",
                _ => $"Expected is {what}.",
            });
        }
    }

    /// <summary>Passes over everything up to the next «and», «or» or closing parenthesis of this group.</summary>
    internal void Skip()
    {
        for (var depth = 0; Now.Kind != TokenKind.End; Take())
        {
            if (depth == 0 && (Now.Is("and") || Now.Is("or") || Now.Is(")")))
            {
                return;
            }

            depth += Now.Is("(") ? 1 : Now.Is(")") ? -1 : 0;
        }
    }

    /// <summary>Passes over the rest of the text.</summary>
    internal void Stop()
    {
        _isStopped = true;
        Now = Next = new Token(TokenKind.End, string.Empty, Now.Offset);
    }
}
