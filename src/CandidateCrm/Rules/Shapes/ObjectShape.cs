using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace CandidateCrm.Rules.Shapes;

/// <summary>An object with known members. Another member is a fault: what is not understood must not be lost.</summary>
internal sealed class ObjectShape<T> : Shape<T>
    where T : class
{
    private readonly MemberTable<T> _table = new();
    private readonly Func<MemberValues<T>, Place, T?> _make;

    /// <summary>Initializes the form.</summary>
    /// <param name="build">Fills the table and returns how the object is made: of values within their bounds; null where they do not go together, with the faults noted.</param>
    internal ObjectShape(Func<MemberTable<T>, Func<MemberValues<T>, Place, T?>> build) => _make = build(_table);

    internal bool Has(string member) => Find(member) is not null;

    internal override bool Read(JsonElement json, Place place, [MaybeNullWhen(false)] out T value)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse(json, place, "An object", out value);
        }

        var values = new MemberValues<T>(_table.Members);
        var isRight = true;
        foreach (var property in json.EnumerateObject())
        {
            isRight &= ReadMember(property, values, place);
        }

        foreach (var missing in _table.Members.Where(member => member.IsRequired && !values.IsGiven(member)))
        {
            isRight = place.Fault(RulesFaultCodes.MemberMissing, $"The member {missing.Name} is missing. {missing.Says}");
        }

        value = isRight ? _make(values, place) : null;
        return value is not null;
    }

    internal override void Write(Utf8JsonWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var member in _table.Members)
        {
            member.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    internal override void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("type", "object");
        schema.WriteStartObject("properties");
        foreach (var member in _table.Members)
        {
            schema.WriteStartObject(member.Name);
            schema.WriteString("description", member.Says);
            member.Describe(schema);
            schema.WriteEndObject();
        }

        schema.WriteEndObject();
        if (_table.Members.Any(member => member.IsRequired))
        {
            schema.WriteStartArray("required");
            foreach (var member in _table.Members.Where(member => member.IsRequired))
            {
                schema.WriteStringValue(member.Name);
            }

            schema.WriteEndArray();
        }

        schema.WriteBoolean("additionalProperties", value: false);
    }

    private bool ReadMember(JsonProperty property, MemberValues<T> values, Place place)
    {
        if (Find(property.Name) is not { } member)
        {
            return place.Fault(RulesFaultCodes.MemberUnknown, Suggestion.For("a member", property.Name, [.. _table.Members.Select(each => each.Name)]));
        }

        if (values.IsGiven(member))
        {
            return place.Fault(RulesFaultCodes.MemberTwice, $"The member {member.Name} is there more than once; it belongs here once.");
        }

        var isRead = member.Read(property.Value, place.Member(member.Name), out var value);
        values.Set(member, value);
        return isRead;
    }

    private Member<T>? Find(string name) => _table.Members.FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.Ordinal));
}
