using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Segments.Reading;

/// <summary>Writes a rule as JSON, in one spelling.</summary>
internal sealed class JsonWriting(Utf8JsonWriter writer) : RuleVisitor<Utf8JsonWriter>
{
    internal void WriteRoot(SegmentRule rule) => Group(rule);

    internal override Utf8JsonWriter Visit(AndRule rule) => Group(rule.Rules, isOr: false, isNot: false);

    internal override Utf8JsonWriter Visit(OrRule rule) => Group(rule.Rules, isOr: true, isNot: false);

    internal override Utf8JsonWriter Visit(NotRule rule) => rule.Rule switch
    {
        AndRule and => Group(and.Rules, isOr: false, isNot: true),
        OrRule or => Group(or.Rules, isOr: true, isNot: true),
        var only => Group([only], isOr: false, isNot: true),
    };

    internal override Utf8JsonWriter Visit(CompareRule rule)
    {
        Begin(rule.Field, Operators.WordOf(rule.Operator));
        var isField = rule.Operand is FieldOperand && rule.UpTo is null or FieldOperand;
        if (isField)
        {
            writer.WriteString("valueSource", "field");
        }

        writer.WritePropertyName("value");
        if (rule.UpTo is { } upTo)
        {
            writer.WriteStartArray();
            Operand(rule.Operand, isField);
            Operand(upTo, isField);
            writer.WriteEndArray();
        }
        else
        {
            Operand(rule.Operand, isField);
        }

        return End();
    }

    internal override Utf8JsonWriter Visit(InSetRule rule) => Values(rule.Field, rule.IsNegated ? "notIn" : "in", rule.Values);

    internal override Utf8JsonWriter Visit(TextRule rule)
    {
        Begin(rule.Field, Operators.WordOf(rule.Operator));
        if (rule.Operand is FieldOperand)
        {
            writer.WriteString("valueSource", "field");
        }

        writer.WritePropertyName("value");
        Operand(rule.Operand, isField: true);
        return End();
    }

    internal override Utf8JsonWriter Visit(HasValueRule rule)
    {
        Begin(rule.Field, rule.IsNegated ? "null" : "notNull");
        return End();
    }

    internal override Utf8JsonWriter Visit(TimeRule rule)
    {
        Begin(rule.Field, Operators.WordOf(rule.Operator));
        if (rule.Period is { } period)
        {
            writer.WriteString("value", Words<CalendarPeriod>.Of(period));
            return End();
        }

        writer.WriteStartObject("value");
        writer.WriteNumber("n", rule.Count);
        writer.WriteString("unit", Words<TimeUnit>.Of(rule.Unit));
        writer.WriteEndObject();
        return End();
    }

    internal override Utf8JsonWriter Visit(SetsRule rule) => Values(rule.Field, Operators.WordOf(rule.Operator), rule.Values);

    internal override Utf8JsonWriter Visit(CountRule rule)
    {
        Begin(rule.Collection, "=");
        writer.WriteStartObject("match");
        writer.WriteString("mode", Words<CountMode>.Of(rule.Mode));
        if (rule.Threshold is { } threshold)
        {
            writer.WriteNumber("threshold", threshold);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("value");
        Group(rule.Where);
        return End();
    }

    internal override Utf8JsonWriter Visit(InSegmentRule rule) =>
        Values(SegmentSchema.SegmentName, rule.IsNegated ? "notIn" : "in", [.. rule.Segments.Select(key => (AttributeValue)key.Value)]);

    internal override Utf8JsonWriter Visit(EveryoneRule rule)
    {
        Begin(SegmentSchema.EveryoneName, "=");
        writer.WriteBoolean("value", value: true);
        return End();
    }

    private void Begin(string field, string @operator)
    {
        writer.WriteStartObject();
        writer.WriteString("field", field);
        writer.WriteString("operator", @operator);
    }

    private Utf8JsonWriter End()
    {
        writer.WriteEndObject();
        return writer;
    }

    private Utf8JsonWriter Group(SegmentRule rule) => rule is AndRule or OrRule or NotRule ? rule.Accept(this) : Group([rule], isOr: false, isNot: false);

    private Utf8JsonWriter Group(ImmutableArray<SegmentRule> rules, bool isOr, bool isNot)
    {
        writer.WriteStartObject();
        writer.WriteString("combinator", isOr ? "or" : "and");
        if (isNot)
        {
            writer.WriteBoolean("not", value: true);
        }

        writer.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            rule.Accept(this);
        }

        writer.WriteEndArray();
        return End();
    }

    private Utf8JsonWriter Values(string field, string @operator, ImmutableArray<AttributeValue> values)
    {
        Begin(field, @operator);
        writer.WriteStartArray("value");
        foreach (var value in values)
        {
            Value(value);
        }

        writer.WriteEndArray();
        return End();
    }

    /// <summary>Writes one side. Where only one of two bounds is a field, it says so itself.</summary>
    private void Operand(SegmentOperand operand, bool isField)
    {
        switch (operand)
        {
            case FieldOperand field when isField:
                writer.WriteStringValue(field.Field);
                break;
            case FieldOperand field:
                writer.WriteStartObject();
                writer.WriteString("field", field.Field);
                writer.WriteEndObject();
                break;
            case RelativeOperand relative:
                Relative(relative);
                break;
            default:
                Value(((LiteralOperand)operand).Value);
                break;
        }
    }

    private void Relative(RelativeOperand relative)
    {
        writer.WriteStartObject();
        writer.WriteString("mode", "relative");
        writer.WriteString("anchor", Words<TimeAnchor>.Of(relative.Anchor));
        if (relative.Offset != 0)
        {
            writer.WriteNumber("offset", relative.Offset);
            writer.WriteString("unit", Words<TimeUnit>.Of(relative.Unit));
        }

        writer.WriteEndObject();
    }

    private void Value(AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.Date:
                writer.WriteStringValue(LocalDatePattern.Iso.Format(value.AsDate));
                break;
            case AttributeType.Instant:
                writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value.AsInstant));
                break;
            default:
                PlainValueJson.Write(writer, value);
                break;
        }
    }
}
