using System.Globalization;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads what stands after an operator of the text form; null where nothing of the kind stands there, with the fault noted.</summary>
internal sealed class TextOperands(TokenStream tokens)
{
    internal RawOperand? Operand()
    {
        var now = tokens.Now;
        switch (now.Kind)
        {
            case TokenKind.Text:
                return new RawLiteral(tokens.Take(), now.Text);
            case TokenKind.Number:
                return Number(now.Text, tokens.Take());
            case TokenKind.Time:
                return Time(now.Text, tokens.Take());
            case TokenKind.QuotedName:
                return Field(now);
            case TokenKind.Word when now.Is("true") || now.Is("false"):
                return new RawLiteral(tokens.Take(), now.Is("true"));
            case TokenKind.Word:
                return AnchorOf() is { } anchor ? Relative(anchor) : Field(now);
            case TokenKind.Symbol when now.Text == "-" && tokens.Next.Kind == TokenKind.Number:
                var spot = tokens.Take();
                var digits = tokens.Now.Text;
                tokens.Take();
                return Number("-" + digits, spot);
            default:
                tokens.Expected("a value, a field or a time");
                return null;
        }
    }

    internal RawOperand? List()
    {
        var spot = tokens.Spot;
        if (!tokens.Expect("("))
        {
            return null;
        }

        var items = new List<RawOperand>();
        while (!tokens.Now.Is(")"))
        {
            if (items.Count > 0 && !tokens.Expect(","))
            {
                return null;
            }

            if (Operand() is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        tokens.Take();
        return new RawList(spot, items);
    }

    internal RawOperand? Length()
    {
        var spot = tokens.Spot;
        if (Operand() is not { } count)
        {
            return null;
        }

        if (!tokens.Now.IsName)
        {
            tokens.Expected("a unit of time");
            return null;
        }

        return new RawLength(spot, count, Unit());
    }

    internal RawOperand? Period()
    {
        var spot = tokens.Spot;
        if (tokens.Now.Kind != TokenKind.Word)
        {
            tokens.Expected("a list in parentheses, «last» or «next» with a number of units, or a period");
            return null;
        }

        var word = tokens.Now.Text;
        tokens.Take();
        if (!IsPeriod(word) && tokens.Now.Kind == TokenKind.Word && !tokens.Now.Is("and") && !tokens.Now.Is("or"))
        {
            word += " " + tokens.Now.Text;
            tokens.Take();
        }

        var place = PlaceOf(word);
        return new RawLiteral(spot, place < 0 ? word : Words<CalendarPeriod>.All[place]);
    }

    internal RawOperand Threshold()
    {
        if (tokens.Now.Kind != TokenKind.Number && !tokens.Now.Is("-"))
        {
            return new RawNothing(tokens.Spot);
        }

        var operand = Operand();
        if (operand is null || !tokens.Now.Is("%"))
        {
            return operand ?? new RawUnreadable(tokens.Spot, IsNoted: true);
        }

        var spot = operand.Spot;
        tokens.Take();
        return operand is RawLiteral { Value: { Type: AttributeType.Number, AsNumber: > 0 and < 100 } percent }
            ? new RawLiteral(spot, percent.AsNumber / 100)
            : new RawUnreadable(spot, IsNoted: false);
    }

    private static bool IsPeriod(string word) => PlaceOf(word) >= 0;

    private static int PlaceOf(string word) => Words<CalendarPeriod>.All.IndexOf(word.Replace(" ", string.Empty, StringComparison.Ordinal), 0, StringComparer.OrdinalIgnoreCase);

    private static RawOperand Number(string text, Spot spot) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? new RawLiteral(spot, number)
            : new RawUnreadable(spot, IsNoted: false);

    private static RawOperand Time(string text, Spot spot) =>
        LiteralReading.TryDate(text, out var value) || LiteralReading.TryInstant(text, out value) ? new RawLiteral(spot, value) : new RawUnreadable(spot, IsNoted: false);

    private RawField Field(Token now) => new(tokens.Take(), now.Text);

    /// <summary>Takes an anchor where one stands: in one word, or in three such as «start of month».</summary>
    private (TimeAnchor Anchor, Spot Spot)? AnchorOf()
    {
        var place = Words<TimeAnchor>.All.IndexOf(tokens.Now.Text, 0, StringComparer.OrdinalIgnoreCase);
        if (place >= 0)
        {
            return ((TimeAnchor)place, tokens.Take());
        }

        if (!(tokens.Now.Is("start") || tokens.Now.Is("end")) || !tokens.Next.Is("of"))
        {
            return null;
        }

        var word = tokens.Now.Text + "of";
        var spot = tokens.Take();
        tokens.Take();
        place = Words<TimeAnchor>.All.IndexOf(word + tokens.Now.Text, 0, StringComparer.OrdinalIgnoreCase);
        if (place < 0)
        {
            tokens.Expected("day, week, month or year");
            return null;
        }

        tokens.Take();
        return ((TimeAnchor)place, spot);
    }

    private RawOperand? Relative((TimeAnchor Anchor, Spot Spot) anchor)
    {
        var isMinus = tokens.Now.Is("-");
        if (!isMinus && !tokens.Now.Is("+"))
        {
            return new RawRelative(anchor.Spot, new RelativeOperand(anchor.Anchor));
        }

        tokens.Take();
        var count = tokens.Now;
        if (count.Kind != TokenKind.Number)
        {
            tokens.Expected("a number of units");
            return null;
        }

        var at = tokens.Take();
        if (!tokens.Now.IsName)
        {
            tokens.Expected("a unit of time");
            return null;
        }

        var word = Unit();
        if (!int.TryParse((isMinus ? "-" : string.Empty) + count.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var offset))
        {
            return new RawUnreadable(at, IsNoted: false);
        }

        if (Words<TimeUnit>.TryFind(word.Text, out var unit))
        {
            return new RawRelative(anchor.Spot, new RelativeOperand(anchor.Anchor, offset, unit));
        }

        tokens.Notes.Unknown(SegmentFaultCodes.BadUnit, word, "a unit of time", Words<TimeUnit>.All);
        return new RawUnreadable(word.Spot, IsNoted: true);
    }

    /// <summary>Reads a unit, also in the plural.</summary>
    private RawName Unit()
    {
        var word = tokens.Now.Text;
        var known = Words<TimeUnit>.All.FirstOrDefault(unit => string.Equals(unit, word, StringComparison.OrdinalIgnoreCase) || string.Equals(unit + "s", word, StringComparison.OrdinalIgnoreCase));
        return new RawName(known ?? word, tokens.Take());
    }
}
