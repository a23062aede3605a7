using System.Globalization;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads values and lists of them.</summary>
internal sealed class ValueBinder(FaultNotes notes)
{
    internal AttributeValue? Read(RawOperand raw, FieldType type)
    {
        switch (raw)
        {
            case RawNothing or RawLiteral { Value: { Type: AttributeType.Text, AsText.Length: 0 } }:
                notes.Note(Codes.EmptyValue, raw.Spot, $"{LiteralReading.Wanted(type)} belongs here, but it is empty. Ask for «has no value» to find those without.");
                return null;
            case RawLiteral literal when LiteralReading.TryRead(literal.Value, type, out var value):
                return value;
            case RawUnreadable { IsNoted: true }:
                return null;
            default:
                notes.BadValue(raw.Spot, LiteralReading.Wanted(type));
                return null;
        }
    }

    /// <summary>Reads a list: several values, or one text with commas, whose parts are trimmed and whose empty parts are dropped.</summary>
    internal IReadOnlyList<(AttributeValue Value, Spot Spot)>? List(RawOperand raw, FieldType type)
    {
        if (raw is RawField field)
        {
            notes.Note(Codes.UnsupportedOperator, field.Spot, "A list has values; it cannot be another field.");
            return null;
        }

        var items = Items(raw);
        if (items.Count == 0)
        {
            notes.Note(Codes.EmptyList, raw.Spot, "The list needs at least one value.");
            return null;
        }

        if (items.Count > SegmentRule.MostValues)
        {
            notes.Note(Codes.TooLarge, raw.Spot, string.Create(CultureInfo.InvariantCulture, $"The list has {items.Count} values; {SegmentRule.MostValues} are the limit."));
            return null;
        }

        var values = new List<(AttributeValue, Spot)>(items.Count);
        foreach (var item in items)
        {
            if (Read(item, type) is { } value)
            {
                values.Add((value, item.Spot));
            }
        }

        return values.Count == items.Count ? values : null;
    }

    /// <summary>Reads the two bounds of between.</summary>
    internal IReadOnlyList<RawOperand>? Bounds(RawOperand raw)
    {
        if (raw is RawNothing or RawLiteral { Value: { Type: AttributeType.Text, AsText.Length: 0 } })
        {
            notes.Note(Codes.EmptyValue, raw.Spot, "Two bounds belong here, but it is empty.");
            return null;
        }

        var items = Items(raw);
        if (items.Count == 2)
        {
            return items;
        }

        if (raw is not RawUnreadable { IsNoted: true })
        {
            notes.Note(Codes.BadValue, raw.Spot, "Exactly two bounds belong here.");
        }

        return null;
    }

    private static IReadOnlyList<RawOperand> Items(RawOperand raw) => raw switch
    {
        RawList list => list.Items,
        RawNothing => [],
        RawLiteral { Value: { Type: AttributeType.Text } text } =>
        [
            .. text.AsText.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => new RawLiteral(raw.Spot, part)),
        ],
        _ => [raw],
    };
}
