using CandidateCrm.Rules.Shapes;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads lengths of time, periods and relative times.</summary>
internal sealed class TimeBinder(FaultNotes notes)
{
    internal TimeRule? Length(RawOperand raw, SegmentField field, TimeOperator @operator)
    {
        if (raw is not RawLength length)
        {
            if (raw is not RawUnreadable { IsNoted: true })
            {
                var isEmpty = raw is RawNothing or RawLiteral { Value: { Type: AttributeType.Text, AsText.Length: 0 } };
                notes.Note(isEmpty ? Codes.EmptyValue : Codes.BadValue, raw.Spot, "A number of units belongs here, such as 30 days.");
            }

            return null;
        }

        var count = Count(length.Count);
        var unit = Unit(length.Unit, field);
        return count is null || unit is null ? null : new TimeRule(field.Name, @operator, count.Value, unit.Value);
    }

    internal TimeRule? Period(RawOperand raw, SegmentField field, TimeOperator @operator)
    {
        var word = raw is RawLiteral { Value: { Type: AttributeType.Text } text } ? text.AsText : null;
        if (word is not null && Words<CalendarPeriod>.TryFind(word, out var period))
        {
            return new TimeRule(field.Name, @operator, period);
        }

        if (raw is RawNothing || word is { Length: 0 })
        {
            notes.Note(Codes.EmptyValue, raw.Spot, $"A period belongs here: {string.Join(", ", Words<CalendarPeriod>.All)}.");
        }
        else if (word is null)
        {
            notes.BadValue(raw.Spot, $"A period, {string.Join(", ", Words<CalendarPeriod>.All)},");
        }
        else
        {
            notes.Unknown(Codes.BadValue, new RawName(word, raw.Spot), "a period", Words<CalendarPeriod>.All);
        }

        return null;
    }

    internal RelativeOperand? Relative(RawRelative raw, SegmentField field)
    {
        if (field.Type == FieldType.Date && raw.Time is { Offset: not 0, Unit: TimeUnit.Minute or TimeUnit.Hour })
        {
            NoTimeOfDay(raw.Spot, field);
            return null;
        }

        return raw.Time;
    }

    private int? Count(RawOperand raw)
    {
        if (raw is RawNothing or RawLiteral { Value: { Type: AttributeType.Text, AsText.Length: 0 } })
        {
            notes.Note(Codes.EmptyValue, raw.Spot, "A whole number of 1 or more belongs here.");
            return null;
        }

        var isWhole = raw is RawLiteral { Value: var value } && LiteralReading.TryRead(value, FieldType.Number, out value)
            && value.AsNumber is >= 1 and <= int.MaxValue && value.AsNumber == decimal.Truncate(value.AsNumber);
        if (!isWhole)
        {
            notes.BadValue(raw.Spot, "A whole number of 1 or more");
            return null;
        }

        LiteralReading.TryRead(((RawLiteral)raw).Value, FieldType.Number, out var number);
        return (int)number.AsNumber;
    }

    private TimeUnit? Unit(RawName word, SegmentField field)
    {
        if (!Words<TimeUnit>.TryFind(word.Text, out var unit))
        {
            var meant = Suggestion.Nearest(word.Text, Words<TimeUnit>.All) ?? Suggestion.Nearest(word.Text.TrimEnd('s'), Words<TimeUnit>.All);
            notes.Note(Codes.BadUnit, word.Spot, Suggestion.For("a unit of time", word.Text, Words<TimeUnit>.All), meant);
            return null;
        }

        if (field.Type == FieldType.Date && unit is TimeUnit.Minute or TimeUnit.Hour)
        {
            NoTimeOfDay(word.Spot, field);
            return null;
        }

        return unit;
    }

    private void NoTimeOfDay(Spot spot, SegmentField field) =>
        notes.Note(Codes.BadUnit, spot, $"«{field.Name}» is a date and has no time of day: count in day, week, month or year.", Words<TimeUnit>.Of(TimeUnit.Day));
}
