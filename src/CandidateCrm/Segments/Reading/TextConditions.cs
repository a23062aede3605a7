using CandidateCrm.Rules.Shapes;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads one condition of the text form.</summary>
internal sealed class TextConditions(TokenStream tokens)
{
    private static readonly string[] Starts = ["in", "not", "between", "contains", "starts", "ends", "has", "any", "all", "more", "anniversary"];

    private readonly TextOperands _operands = new(tokens);

    internal static bool IsOperator(Token token) =>
        token is { Kind: TokenKind.Symbol, Text: "=" or "!=" or "<" or "<=" or ">" or ">=" } || (token.Kind == TokenKind.Word && Starts.Contains(token.Text, StringComparer.OrdinalIgnoreCase));

    internal RawOperand Threshold() => _operands.Threshold();

    /// <summary>Reads the name of a field; the element of a set is called «item».</summary>
    internal RawName Name(SegmentSchema? schema)
    {
        var isElement = tokens.Now is { Kind: TokenKind.Word } && tokens.Now.Is("item") && schema is { Names: [""] };
        var name = isElement ? string.Empty : tokens.Now.Text;
        return new RawName(name, tokens.Take());
    }

    internal RawRule Segments()
    {
        var spot = tokens.Take();
        var isNegated = Took("not");
        return tokens.Expect("in") && _operands.List() is { } list ? new RawSegments(spot, isNegated, list) : new RawBroken(spot);
    }

    internal RawRule Condition(SegmentSchema? schema)
    {
        var spot = tokens.Spot;
        if (!tokens.Now.IsName)
        {
            tokens.Expected("a condition");
            return new RawBroken(spot);
        }

        var field = Name(schema);
        var at = tokens.Spot;
        if (tokens.Now is { Kind: TokenKind.Symbol } sign && IsOperator(sign))
        {
            tokens.Take();
            return Made(spot, field, new RawName(sign.Text, at), _operands.Operand());
        }

        var isNegated = Took("not");
        return tokens.Now switch
        {
            var word when word.Is("in") => In(spot, field, at, isNegated),
            var word when word.Is("between") => Between(spot, field, new RawName(isNegated ? "notBetween" : "between", at)),
            var word when word.Is("contains") => Search(spot, field, new RawName(isNegated ? "doesNotContain" : "contains", at), follows: null),
            var word when word.Is("starts") => Search(spot, field, new RawName(isNegated ? "doesNotBeginWith" : "beginsWith", at), "with"),
            var word when word.Is("ends") => Search(spot, field, new RawName(isNegated ? "doesNotEndWith" : "endsWith", at), "with"),
            var word when word.Is("any") => Set(spot, field, new RawName(isNegated ? "containsNone" : "containsAny", at)),
            var word when word.Is("all") => Set(spot, field, new RawName(isNegated ? "notContainsAll" : "containsAll", at)),
            var word when word.Is("has") && !isNegated => Presence(spot, field, at),
            var word when word.Is("more") && !isNegated => MoreThan(spot, field, at),
            var word when word.Is("anniversary") && !isNegated => Anniversary(spot, field, at),
            _ => Unknown(spot),
        };
    }

    private static RawRule Made(Spot spot, RawName field, RawName @operator, RawOperand? operand) =>
        operand is null ? new RawBroken(spot) : new RawCondition(spot, field, @operator, operand);

    private RawBroken Unknown(Spot spot)
    {
        if (tokens.Now is { Kind: TokenKind.Word } word)
        {
            tokens.Notes.Note(Codes.UnknownOperator, tokens.Spot, Suggestion.For("an operator", word.Text, TextOperators.AfterField), Suggestion.Nearest(word.Text, TextOperators.AfterField));
        }
        else
        {
            tokens.Expected("an operator");
        }

        return new RawBroken(spot);
    }

    private bool Took(string word)
    {
        var isThere = tokens.Now.Is(word);
        if (isThere)
        {
            tokens.Take();
        }

        return isThere;
    }

    private RawRule In(Spot spot, RawName field, Spot at, bool isNegated)
    {
        tokens.Take();
        if (tokens.Now.Is("("))
        {
            return Made(spot, field, new RawName(isNegated ? "notIn" : "in", at), _operands.List());
        }

        var isLast = tokens.Now.Is("last");
        if ((isLast || tokens.Now.Is("next")) && tokens.Next.Kind != TokenKind.Word)
        {
            tokens.Take();
            var word = isLast ? (isNegated ? "notInLast" : "inLast") : isNegated ? "notInNext" : "inNext";
            return Made(spot, field, new RawName(word, at), _operands.Length());
        }

        return Made(spot, field, new RawName(isNegated ? "notInPeriod" : "inPeriod", at), _operands.Period());
    }

    private RawRule Between(Spot spot, RawName field, RawName @operator)
    {
        tokens.Take();
        var at = tokens.Spot;
        return _operands.Operand() is { } from && tokens.Expect("and") && _operands.Operand() is { } to
            ? new RawCondition(spot, field, @operator, new RawList(at, [from, to]))
            : new RawBroken(spot);
    }

    private RawRule Search(Spot spot, RawName field, RawName @operator, string? follows)
    {
        tokens.Take();
        return follows is null || tokens.Expect(follows) ? Made(spot, field, @operator, _operands.Operand()) : new RawBroken(spot);
    }

    private RawRule Set(Spot spot, RawName field, RawName @operator)
    {
        tokens.Take();
        return tokens.Expect("of") ? Made(spot, field, @operator, _operands.List()) : new RawBroken(spot);
    }

    private RawRule Presence(Spot spot, RawName field, Spot at)
    {
        tokens.Take();
        var isNegated = Took("no");
        return tokens.Expect("value") ? Made(spot, field, new RawName(isNegated ? "null" : "notNull", at), new RawNothing(at)) : new RawBroken(spot);
    }

    private RawRule MoreThan(Spot spot, RawName field, Spot at)
    {
        tokens.Take();
        return tokens.Expect("than") && _operands.Length() is { } length && tokens.Expect("ago")
            ? new RawCondition(spot, field, new RawName("moreThanAgo", at), length)
            : new RawBroken(spot);
    }

    private RawRule Anniversary(Spot spot, RawName field, Spot at)
    {
        tokens.Take();
        return tokens.Expect("in") && tokens.Expect("next") ? Made(spot, field, new RawName("anniversaryInNext", at), _operands.Length()) : new RawBroken(spot);
    }
}
