using System.Globalization;
using System.Text.Json;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads what stands as a value in JSON: scalars, lists, lengths of time and relative times.</summary>
internal sealed class JsonOperands(FaultNotes notes)
{
    internal RawOperand Read(JsonElement json, Spot spot) => json.ValueKind switch
    {
        JsonValueKind.Array => new RawList(spot, [.. json.EnumerateArray().Select((item, index) => One(item, spot.Element(index)))]),
        _ => One(json, spot),
    };

    /// <summary>Reads a text, a number, true or false.</summary>
    internal static RawOperand Scalar(JsonElement json, Spot spot)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return new RawLiteral(spot, json.GetString()!);
            case JsonValueKind.Number when json.TryGetDecimal(out var number):
                return new RawLiteral(spot, number);
            case JsonValueKind.True or JsonValueKind.False:
                return new RawLiteral(spot, json.GetBoolean());
            case JsonValueKind.Null:
                return new RawNothing(spot);
            default:
                return new RawUnreadable(spot, IsNoted: false);
        }
    }

    /// <summary>Reads the name of a field; the bounds of between may be two in a list, or one text with a comma.</summary>
    internal static RawOperand Fields(JsonElement json, Spot spot, bool isBounds)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return new RawList(spot, [.. json.EnumerateArray().Select((item, index) => Fields(item, spot.Element(index), isBounds: false))]);
        }

        if (json.ValueKind != JsonValueKind.String)
        {
            return json.ValueKind == JsonValueKind.Null ? new RawNothing(spot) : new RawUnreadable(spot, IsNoted: false);
        }

        var name = json.GetString()!;
        return isBounds && name.Contains(',', StringComparison.Ordinal)
            ? new RawList(spot, [.. name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => new RawField(spot, part))])
            : name.Length == 0 ? new RawNothing(spot) : new RawField(spot, name);
    }

    private RawOperand One(JsonElement json, Spot spot) =>
        json.ValueKind != JsonValueKind.Object ? Scalar(json, spot)
        : json.TryGetProperty("mode", out _) ? Relative(json, spot)
        : json.TryGetProperty("field", out var name) && name.ValueKind == JsonValueKind.String ? Field(json, name.GetString()!, spot)
        : json.TryGetProperty("n", out _) || json.TryGetProperty("unit", out _) ? Length(json, spot)
        : new RawUnreadable(spot, IsNoted: false);

    private RawField Field(JsonElement json, string name, Spot spot)
    {
        notes.Members(json, spot, ["field"]);
        return new RawField(spot, name);
    }

    private RawLength Length(JsonElement json, Spot spot)
    {
        notes.Members(json, spot, ["n", "unit"]);
        var count = json.TryGetProperty("n", out var n) ? Scalar(n, spot.Member("n")) : new RawNothing(spot.Member("n"));
        return new RawLength(spot, count, Word(json, "unit", spot));
    }

    private RawOperand Relative(JsonElement json, Spot spot)
    {
        var before = notes.Count;
        notes.Members(json, spot, ["mode", "anchor", "offset", "unit"]);
        var mode = Word(json, "mode", spot);
        if (mode.Text != "relative")
        {
            notes.Unknown(Codes.BadValue, mode, "a mode of values", ["relative"]);
        }

        var word = Word(json, "anchor", spot);
        if (!Words<TimeAnchor>.TryFind(word.Text, out var anchor))
        {
            notes.Unknown(Codes.BadValue, word, "an anchor", Words<TimeAnchor>.All);
        }

        var offset = 0;
        if (json.TryGetProperty("offset", out var value) && !IsWhole(value, out offset))
        {
            notes.BadValue(spot.Member("offset"), "A whole number");
        }

        var unit = TimeUnit.Day;
        var isUnit = json.TryGetProperty("unit", out _);
        if ((isUnit || offset != 0) && !Words<TimeUnit>.TryFind(Word(json, "unit", spot).Text, out unit))
        {
            notes.Unknown(Codes.BadUnit, Word(json, "unit", spot), "a unit of time", Words<TimeUnit>.All);
        }

        return notes.Count == before ? new RawRelative(spot, new RelativeOperand(anchor, offset, unit)) : new RawUnreadable(spot, IsNoted: true);
    }

    private static bool IsWhole(JsonElement json, out int number)
    {
        number = 0;
        return (json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out number))
            || (json.ValueKind == JsonValueKind.String && int.TryParse(json.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number));
    }

    private static RawName Word(JsonElement json, string member, Spot spot) =>
        new(json.TryGetProperty(member, out var word) && word.ValueKind == JsonValueKind.String ? word.GetString()! : string.Empty, spot.Member(member));
}
