using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Segments.Reading;

/// <summary>Writes a rule as text, in one spelling.</summary>
internal sealed class TextWriting(StringBuilder text) : RuleVisitor<StringBuilder>
{
    internal override StringBuilder Visit(AndRule rule) => Joined(rule.Rules, " and ", needsParentheses: part => part is AndRule or OrRule || IsGreedy(part));

    internal override StringBuilder Visit(OrRule rule) => Joined(rule.Rules, " or ", needsParentheses: part => part is OrRule || IsGreedy(part));

    internal override StringBuilder Visit(NotRule rule)
    {
        text.Append("not ");
        return Part(rule.Rule, rule.Rule is AndRule or OrRule || IsGreedy(rule.Rule));
    }

    internal override StringBuilder Visit(CompareRule rule)
    {
        var isNegated = rule.Operator == CompareOperator.NotBetween;
        Field(rule.Field).Append(rule.UpTo is null ? $" {Operators.WordOf(rule.Operator)} " : isNegated ? " not between " : " between ");
        Operand(rule.Operand);
        if (rule.UpTo is { } upTo)
        {
            text.Append(" and ");
            Operand(upTo);
        }

        return text;
    }

    internal override StringBuilder Visit(InSetRule rule)
    {
        Field(rule.Field).Append(rule.IsNegated ? " not in " : " in ");
        return List(rule.Values);
    }

    internal override StringBuilder Visit(TextRule rule)
    {
        Field(rule.Field).Append(rule.Operator switch
        {
            TextOperator.Contains => " contains ",
            TextOperator.DoesNotContain => " not contains ",
            TextOperator.BeginsWith => " starts with ",
            TextOperator.DoesNotBeginWith => " not starts with ",
            TextOperator.EndsWith => " ends with ",
            _ => " not ends with ",
        });
        return Operand(rule.Operand);
    }

    internal override StringBuilder Visit(HasValueRule rule) => Field(rule.Field).Append(rule.IsNegated ? " has no value" : " has value");

    internal override StringBuilder Visit(TimeRule rule)
    {
        Field(rule.Field).Append(rule.Operator switch
        {
            TimeOperator.InLast => " in last ",
            TimeOperator.NotInLast => " not in last ",
            TimeOperator.InNext => " in next ",
            TimeOperator.NotInNext => " not in next ",
            TimeOperator.MoreThanAgo => " more than ",
            TimeOperator.InPeriod => " in ",
            TimeOperator.NotInPeriod => " not in ",
            _ => " anniversary in next ",
        });
        if (rule.Period is { } period)
        {
            return text.Append(TextOperators.PeriodOf(period));
        }

        Length(rule.Count, rule.Unit);
        return rule.Operator == TimeOperator.MoreThanAgo ? text.Append(" ago") : text;
    }

    internal override StringBuilder Visit(SetsRule rule)
    {
        Field(rule.Field).Append(rule.Operator switch
        {
            SetOperator.ContainsAny => " any of ",
            SetOperator.ContainsNone => " not any of ",
            SetOperator.ContainsAll => " all of ",
            _ => " not all of ",
        });
        return List(rule.Values);
    }

    internal override StringBuilder Visit(CountRule rule)
    {
        if (IsGreedy(rule))
        {
            text.Append(rule.Mode switch { CountMode.All => "all ", CountMode.Some => "some ", _ => "no " });
            Field(rule.Collection).Append(" where ");
            return rule.Where.Accept(this);
        }

        text.Append("count(");
        Field(rule.Collection).Append(" where ");
        rule.Where.Accept(this);
        text.Append(rule.Mode switch { CountMode.Exactly => ") = ", CountMode.AtMost => ") <= ", _ => ") >= " });
        return rule.Threshold is > 0 and < 1
            ? text.Append((rule.Threshold.Value * 100).ToString("0.############################", CultureInfo.InvariantCulture)).Append('%')
            : Number(rule.Threshold!.Value);
    }

    internal override StringBuilder Visit(InSegmentRule rule)
    {
        text.Append(rule.IsNegated ? "segment not in " : "segment in ");
        return List([.. rule.Segments.Select(key => (AttributeValue)key.Value)]);
    }

    internal override StringBuilder Visit(EveryoneRule rule) => text.Append("everyone");

    /// <summary>Says whether a rule takes everything after it: «some … where» ends only at the end of its group.</summary>
    private static bool IsGreedy(SegmentRule rule) => rule is CountRule { Mode: CountMode.All or CountMode.Some or CountMode.None };

    private StringBuilder Joined(ImmutableArray<SegmentRule> rules, string word, Func<SegmentRule, bool> needsParentheses)
    {
        for (var i = 0; i < rules.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : word);
            Part(rules[i], needsParentheses(rules[i]));
        }

        return text;
    }

    private StringBuilder Part(SegmentRule rule, bool needsParentheses)
    {
        text.Append(needsParentheses ? "(" : string.Empty);
        rule.Accept(this);
        return text.Append(needsParentheses ? ")" : string.Empty);
    }

    private StringBuilder Field(string name) =>
        name.Length == 0 ? text.Append("item") : TextOperators.NeedsQuotes(name) ? Quoted(name, '`') : text.Append(name);

    private StringBuilder Quoted(string value, char quote)
    {
        text.Append(quote);
        foreach (var c in value)
        {
            text.Append(c == quote || c == '\\' ? "\\" : string.Empty).Append(c);
        }

        return text.Append(quote);
    }

    private StringBuilder List(ImmutableArray<AttributeValue> values)
    {
        text.Append('(');
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? string.Empty : ", ");
            Value(values[i]);
        }

        return text.Append(')');
    }

    private StringBuilder Operand(SegmentOperand operand)
    {
        switch (operand)
        {
            case FieldOperand field:
                return Field(field.Field);
            case LiteralOperand literal:
                return Value(literal.Value);
            default:
                var relative = (RelativeOperand)operand;
                text.Append(Words<TimeAnchor>.Of(relative.Anchor));
                if (relative.Offset != 0)
                {
                    text.Append(relative.Offset < 0 ? " - " : " + ");
                    Length(Math.Abs((long)relative.Offset), relative.Unit);
                }

                return text;
        }
    }

    private void Length(long count, TimeUnit unit) =>
        text.Append(CultureInfo.InvariantCulture, $"{count} {Words<TimeUnit>.Of(unit)}{(count == 1 ? string.Empty : "s")}");

    private StringBuilder Number(decimal number) => text.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a value. Dates before the year 0 begin with a minus, and stand in quotes so that nobody takes it for a sign.</summary>
    private StringBuilder Value(AttributeValue value) => value.Type switch
    {
        AttributeType.Text => Quoted(value.AsText, '"'),
        AttributeType.Number => Number(value.AsNumber),
        AttributeType.Boolean => text.Append(value.AsBoolean ? "true" : "false"),
        AttributeType.Date => Time(LocalDatePattern.Iso.Format(value.AsDate)),
        _ => Time(InstantPattern.ExtendedIso.Format(value.AsInstant)),
    };

    private StringBuilder Time(string time) => time[0] == '-' ? Quoted(time, '"') : text.Append(time);
}
