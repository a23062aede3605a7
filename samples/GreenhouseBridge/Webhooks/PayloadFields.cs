using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace GreenhouseBridge.Webhooks;

/// <summary>Reads the fields of one object within a payload and notes all that is missing or wrong, each with its path.</summary>
internal sealed class PayloadFields
{
    private static readonly LocalDatePattern AmericanDate = LocalDatePattern.CreateWithInvariantCulture("MM/dd/uuuu");
    private readonly JsonElement _object;
    private readonly List<BridgeFinding> _faults;

    internal PayloadFields(JsonElement element, string path, List<BridgeFinding> faults)
    {
        _object = element;
        _faults = faults;
        Path = path;
        IsThere = element.ValueKind == JsonValueKind.Object;
    }

    /// <summary>Gets a value indicating whether there is such an object. Of one that is missing nothing more is said.</summary>
    internal bool IsThere { get; }

    internal string Path { get; }

    /// <summary>Reads an id that must be there.</summary>
    internal long Id(string name)
    {
        var id = OptionalId(name);
        if (id is null && IsThere && Find(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            Missing(name, "It is a number.");
        }

        return id ?? 0;
    }

    /// <summary>Reads an id that may be missing or null.</summary>
    internal long? OptionalId(string name) => Read(name, IdOf, "It is a whole number above 0.");

    /// <summary>Reads a whole number that may be missing or null.</summary>
    internal int? OptionalNumber(string name) =>
        Read(name, element => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= 0 ? number : (int?)null, "It is a whole number.");

    /// <summary>Reads a text that may be missing or null; an empty one is none.</summary>
    internal string? OptionalText(string name)
    {
        var element = Find(name);
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.String)
        {
            Invalid(name, "It is a text.");
            return null;
        }

        return string.IsNullOrWhiteSpace(element.GetString()) ? null : element.GetString();
    }

    /// <summary>Reads a yes or no that may be missing or null.</summary>
    internal bool? OptionalFlag(string name) =>
        Read(name, element => element.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => (bool?)null }, "It is true or false.");

    /// <summary>Reads an instant that may be missing or null.</summary>
    internal Instant? OptionalInstant(string name) => Read(name, InstantOf, "It is an instant such as 2026-03-06T15:30:00Z.");

    /// <summary>Reads a date that may be missing or null: year first, or as in 03/06/2026 with the month first.</summary>
    internal LocalDate? OptionalDate(string name) => Read(name, DateOf, "It is a date such as 2026-03-06 or 03/06/2026.");

    /// <summary>Reads an object that must be there.</summary>
    internal PayloadFields Object(string name)
    {
        var element = Find(name);
        if (IsThere && element.ValueKind != JsonValueKind.Object)
        {
            Missing(name, "It is an object.");
        }

        return Below(name, element);
    }

    /// <summary>Reads an object that may be missing or null.</summary>
    internal PayloadFields OptionalObject(string name) => Below(name, Find(name));

    /// <summary>Reads a list that may be missing or null.</summary>
    internal IReadOnlyList<PayloadFields> OptionalObjects(string name) =>
        [.. Items(name).Select((item, at) => new PayloadFields(item, $"{Path}.{name}[{at.ToString(CultureInfo.InvariantCulture)}]", _faults))];

    /// <summary>Reads a list of ids that may be missing or null.</summary>
    internal IReadOnlyList<long> OptionalIds(string name) => Values(name, IdOf, "It is a list of numbers.");

    /// <summary>Reads a list of texts that must be there.</summary>
    internal IReadOnlyList<string> Texts(string name)
    {
        if (IsThere && Find(name).ValueKind != JsonValueKind.Array)
        {
            Missing(name, "It is a list of texts.");
        }

        return [.. Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)];
    }

    private static long? IdOf(JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var id) && id > 0 ? id : null;

    private static Instant? InstantOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && OffsetDateTimePattern.ExtendedIso.Parse(element.GetString()!) is { Success: true } read
            ? read.Value.ToInstant()
            : null;

    private static LocalDate? DateOf(JsonElement element) => element.ValueKind != JsonValueKind.String
        ? null
        : LocalDatePattern.Iso.Parse(element.GetString()!) is { Success: true } iso ? iso.Value
        : AmericanDate.Parse(element.GetString()!) is { Success: true } american ? american.Value
        : null;

    private JsonElement Find(string name) => IsThere && _object.TryGetProperty(name, out var element) ? element : default;

    private PayloadFields Below(string name, JsonElement element) => new(element, $"{Path}.{name}", _faults);

    private JsonElement[] Items(string name)
    {
        var list = Find(name);
        if (list.ValueKind is JsonValueKind.Array)
        {
            return [.. list.EnumerateArray()];
        }

        if (list.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Invalid(name, "It is a list.");
        }

        return [];
    }

    private List<T> Values<T>(string name, Func<JsonElement, T?> read, string wouldBeRight)
        where T : struct
    {
        var values = Items(name).Select(read).ToList();
        if (values.Any(value => value is null))
        {
            Invalid(name, wouldBeRight);
        }

        return [.. values.OfType<T>()];
    }

    private T? Read<T>(string name, Func<JsonElement, T?> read, string wouldBeRight)
        where T : struct
    {
        var element = Find(name);
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        var value = read(element);
        if (value is null)
        {
            Invalid(name, wouldBeRight);
        }

        return value;
    }

    private void Missing(string name, string wouldBeRight) =>
        _faults.Add(new BridgeFinding(BridgeFindingCodes.FieldMissing, $"{Path}.{name}", "The field is missing.", wouldBeRight));

    private void Invalid(string name, string wouldBeRight) =>
        _faults.Add(new BridgeFinding(BridgeFindingCodes.FieldInvalid, $"{Path}.{name}", "The field cannot be read.", wouldBeRight));
}
