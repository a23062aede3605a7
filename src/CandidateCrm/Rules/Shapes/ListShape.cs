using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>A list of values of one form, with bounds for how many.</summary>
internal sealed class ListShape<T>(Shape<T> item, int least = 0, int most = ListShape<T>.MostByDefault) : Shape<ImmutableArray<T>>
{
    private const int MostByDefault = 10_000;

    /// <summary>Gets a value indicating whether nothing may be named twice.</summary>
    internal bool IsSet { get; init; }

    internal override bool Read(JsonElement json, Place place, out ImmutableArray<T> value)
    {
        value = [];
        if (json.ValueKind != JsonValueKind.Array)
        {
            return Refuse(json, place, "A list", out value);
        }

        var count = json.GetArrayLength();
        if (count < least || count > most)
        {
            return place.Fault(RulesFaultCodes.CountInvalid, string.Create(CultureInfo.InvariantCulture, $"{least} to {most} belong in this list, but {count} stand in it."));
        }

        return ReadItems(json, place, out value);
    }

    internal override void Write(Utf8JsonWriter writer, ImmutableArray<T> value)
    {
        writer.WriteStartArray();
        foreach (var each in value.IsDefault ? [] : value)
        {
            item.Write(writer, each);
        }

        writer.WriteEndArray();
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "array");
        schema.WriteStartObject("items");
        item.Describe(schema);
        schema.WriteEndObject();
        if (least > 0)
        {
            schema.WriteNumber("minItems", least);
        }

        schema.WriteNumber("maxItems", most);
        if (IsSet)
        {
            schema.WriteBoolean("uniqueItems", value: true);
        }
    }

    private bool ReadItems(JsonElement json, Place place, out ImmutableArray<T> value)
    {
        var items = ImmutableArray.CreateBuilder<T>(json.GetArrayLength());
        var met = new HashSet<T>();
        var isRight = true;
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            var at = place.Element(index++);
            if (!item.Read(element, at, out var read))
            {
                isRight = false;
            }
            else if (IsSet && !met.Add(read))
            {
                isRight = at.Fault(RulesFaultCodes.ItemTwice, "This stands in the list already; it belongs in it once.");
            }
            else
            {
                items.Add(read);
            }
        }

        value = items.DrainToImmutable();
        return isRight;
    }
}
