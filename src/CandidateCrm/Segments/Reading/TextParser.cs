using System.Globalization;
using CandidateCrm.Rules.Shapes;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads the text form. After a fault it goes on behind the next «and» or «or», so that one text gives all its faults.</summary>
internal sealed class TextParser
{
    // Parentheses are no groups, but each of them is a step into the reader.
    private const int Deepest = 200;

    private readonly TokenStream _tokens;
    private readonly TextConditions _conditions;
    private readonly FaultNotes _notes;

    internal TextParser(string text, FaultNotes notes)
    {
        _notes = notes;
        _tokens = new TokenStream(text, notes);
        _conditions = new TextConditions(_tokens);
    }

    internal RawRule Whole(SegmentSchema schema)
    {
        var rule = Expression(schema, 0);
        while (_tokens.Now.Kind != TokenKind.End)
        {
            _tokens.Expected("«and», «or» or the end");
            _tokens.Skip();
            if (_tokens.Now.Kind == TokenKind.End)
            {
                break;
            }

            _tokens.Take();
            Expression(schema, 0);
        }

        return InGroup(rule);
    }

    private RawRule Expression(SegmentSchema? schema, int depth) => Joined("or", () => Joined("and", () => Negation(schema, depth), isOr: false), isOr: true);

    private RawRule Joined(string word, Func<RawRule> part, bool isOr)
    {
        var spot = _tokens.Spot;
        var rules = new List<RawRule> { part() };
        while (_tokens.Now.Is(word))
        {
            _tokens.Take();
            rules.Add(part());
        }

        return rules is [{ } only] ? only : new RawGroup(spot, isOr, rules);
    }

    private RawRule Negation(SegmentSchema? schema, int depth)
    {
        if (IsTooDeep(depth))
        {
            return new RawBroken(_tokens.Spot);
        }

        if (!_tokens.Now.Is("not"))
        {
            return Primary(schema, depth);
        }

        var spot = _tokens.Spot;
        _tokens.Take();
        var rule = Negation(schema, depth + 1);
        return new RawNot(spot, rule is RawNot ? rule : InGroup(rule));
    }

    private bool IsTooDeep(int depth)
    {
        if (depth <= Deepest)
        {
            return false;
        }

        _notes.Note(Codes.TooDeep, _tokens.Spot, string.Create(CultureInfo.InvariantCulture, $"Groups stand at most {SegmentRule.DeepestNesting} deep within each other."));
        _tokens.Stop();
        return true;
    }

    private RawRule Primary(SegmentSchema? schema, int depth)
    {
        var before = _notes.Count;
        var rule = Alternative(schema, depth);
        if (_notes.Count > before && rule is RawBroken)
        {
            _tokens.Skip();
        }
        else if (_tokens.Now is { Kind: not TokenKind.End } && !_tokens.Now.Is("and") && !_tokens.Now.Is("or") && !_tokens.Now.Is(")"))
        {
            NoCombinator();
            _tokens.Skip();
        }

        return rule;
    }

    /// <summary>A word before another condition was meant to combine both; before an operator it is the name of a field, and the combinator is missing.</summary>
    private void NoCombinator()
    {
        if (_tokens.Now.Kind == TokenKind.Word && (_tokens.Next.IsName || _tokens.Next.Is("(")) && !TextConditions.IsOperator(_tokens.Next))
        {
            _notes.Unknown(Codes.UnknownCombinator, new RawName(_tokens.Now.Text, _tokens.Spot), "«and», «or» or the end", ["and", "or"]);
        }
        else
        {
            _tokens.Expected("«and», «or» or the end");
        }
    }

    private RawRule Alternative(SegmentSchema? schema, int depth)
    {
        var now = _tokens.Now;
        if (now.Is("("))
        {
            return Parentheses(schema, depth);
        }

        if (now.Is("everyone") && !TextConditions.IsOperator(_tokens.Next))
        {
            return new RawEveryone(_tokens.Take());
        }

        if (now.Is("segment"))
        {
            return _conditions.Segments();
        }

        if (now.Is("count") && _tokens.Next.Is("("))
        {
            return Count(schema, depth);
        }

        var isQuantifier = (now.Is("some") || now.Is("all") || now.Is("no")) && _tokens.Next.IsName && !TextConditions.IsOperator(_tokens.Next);
        return isQuantifier ? Quantifier(schema, depth) : _conditions.Condition(schema);
    }

    private RawRule Parentheses(SegmentSchema? schema, int depth)
    {
        _tokens.Take();
        var rule = Expression(schema, depth + 1);
        return _tokens.Expect(")") ? rule : new RawBroken(_tokens.Spot);
    }

    private RawRule Quantifier(SegmentSchema? schema, int depth)
    {
        var mode = _tokens.Now.Is("no") ? "none" : _tokens.Now.Is("all") ? "all" : "some";
        var spot = _tokens.Take();
        var name = _conditions.Name(schema);
        if (!_tokens.Expect("where"))
        {
            return new RawBroken(spot);
        }

        var where = Expression(ItemsOf(schema, name), depth + 1);
        return new RawCount(spot, name, InGroup(where), new RawThreshold(new RawName(mode, spot), new RawNothing(spot)));
    }

    private RawRule Count(SegmentSchema? schema, int depth)
    {
        var spot = _tokens.Take();
        _tokens.Take();
        if (!_tokens.Now.IsName)
        {
            _tokens.Expected("a collection");
            return new RawBroken(spot);
        }

        var name = _conditions.Name(schema);
        if (!_tokens.Expect("where"))
        {
            return new RawBroken(spot);
        }

        var where = Expression(ItemsOf(schema, name), depth + 1);
        if (!_tokens.Expect(")"))
        {
            return new RawBroken(spot);
        }

        var mode = _tokens.Now switch
        {
            var sign when sign.Is("=") => "exactly",
            var sign when sign.Is("<=") => "atMost",
            var sign when sign.Is(">=") => "atLeast",
            _ => null,
        };
        if (mode is null)
        {
            _notes.Note(Codes.UnknownOperator, _tokens.Spot, "A count is compared by =, <= or >=.", Suggestion.Nearest(_tokens.Now.Text, ["=", "<=", ">="]));
            return new RawBroken(spot);
        }

        var at = _tokens.Take();
        return new RawCount(spot, name, InGroup(where), new RawThreshold(new RawName(mode, at), _conditions.Threshold()));
    }

    private static SegmentSchema? ItemsOf(SegmentSchema? schema, RawName name) => schema is not null && schema.TryFind(name.Text, out var field) ? field.Items : null;

    /// <summary>Puts what is no group into one, as the JSON form has it, so that both count depth alike.</summary>
    private static RawRule InGroup(RawRule rule) => rule is RawGroup or RawNot or RawBroken ? rule : new RawGroup(rule.Spot, IsOr: false, [rule]);
}
