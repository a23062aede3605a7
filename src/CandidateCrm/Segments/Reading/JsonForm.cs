using System.Text.Json;

namespace CandidateCrm.Segments.Reading;

/// <summary>The JSON Schema of rules.</summary>
internal static class JsonForm
{
    internal static void Describe(Utf8JsonWriter schema)
    {
        schema.WriteString("$ref", "#/$defs/group");
        DescribeParts(schema);
    }

    internal static void DescribeParts(Utf8JsonWriter schema)
    {
        schema.WriteStartObject("$defs");
        DefineParts(schema);
        schema.WriteEndObject();
    }

    internal static void DefineParts(Utf8JsonWriter schema)
    {
        Define(schema, "group", Group);
        Define(schema, "combined", Combined);
        Define(schema, "rule", Rule);
        Define(schema, "match", Match);
        Define(schema, "length", Length);
        Define(schema, "relative", Relative);
        Define(schema, "bound", Bound);
    }

    private static void Define(Utf8JsonWriter schema, string name, Action<Utf8JsonWriter> describe)
    {
        schema.WriteStartObject(name);
        describe(schema);
        schema.WriteEndObject();
    }

    private static void Group(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("oneOf");
        schema.WriteStartObject();
        Object(schema, ["combinator", "rules"], () =>
        {
            Words(schema, "combinator", "Whether all of the rules have to hold, or one.", ["and", "or"]);
            GroupHead(schema);
            Member(schema, "rules", "The rules, at least one.", () =>
            {
                schema.WriteString("type", "array");
                schema.WriteNumber("minItems", 1);
                schema.WriteStartObject("items");
                OneOf(schema, "group", "rule");
                schema.WriteEndObject();
            });
        });
        schema.WriteEndObject();
        schema.WriteStartObject();
        schema.WriteString("$ref", "#/$defs/combined");
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    private static void Combined(Utf8JsonWriter schema) => Object(schema, ["rules"], () =>
    {
        GroupHead(schema);
        Member(schema, "rules", "Rules with a combinator between two of them; «and» binds tighter.", () =>
        {
            schema.WriteString("type", "array");
            schema.WriteNumber("minItems", 1);
            schema.WriteStartObject("items");
            schema.WriteStartArray("oneOf");
            Reference(schema, "group");
            Reference(schema, "rule");
            schema.WriteStartObject();
            Enumeration(schema, ["and", "or"]);
            schema.WriteEndObject();
            schema.WriteEndArray();
            schema.WriteEndObject();
        });
    });

    private static void Rule(Utf8JsonWriter schema) => Object(schema, ["field"], () =>
    {
        Typed(schema, "field", "The field; empty for the element of a set, «segment» for other segments, «everyone» for everyone.", "string");
        Words(schema, "operator", "The operator; of no meaning beside a match.", [.. Operators.Words]);
        Words(schema, "valueSource", "Whether the value is one, or names another field.", ["value", "field"]);
        Member(schema, "value", "What stands after the operator.", () =>
        {
            schema.WriteStartArray("anyOf");
            Reference(schema, "bound");
            Reference(schema, "length");
            Reference(schema, "group");
            schema.WriteStartObject();
            schema.WriteString("type", "array");
            schema.WriteStartObject("items");
            schema.WriteString("$ref", "#/$defs/bound");
            schema.WriteEndObject();
            schema.WriteEndObject();
            schema.WriteEndArray();
        });
        Member(schema, "match", "How many items the group in the value has to hold for.", () => schema.WriteString("$ref", "#/$defs/match"));
        Flags(schema);
    });

    private static void Match(Utf8JsonWriter schema) => Object(schema, ["mode"], () =>
    {
        Words(schema, "mode", "How many.", [.. Words<CountMode>.All]);
        Member(schema, "threshold", "The number of items; between 0 and 1 a proportion of them.", () => Types(schema, "number", "string", "null"));
    });

    private static void Length(Utf8JsonWriter schema) => Object(schema, ["n", "unit"], () =>
    {
        Member(schema, "n", "A whole number of 1 or more.", () => Types(schema, "integer", "string"));
        Words(schema, "unit", "The unit of time.", [.. Words<TimeUnit>.All]);
    });

    private static void Relative(Utf8JsonWriter schema) => Object(schema, ["mode", "anchor"], () =>
    {
        Words(schema, "mode", "What kind of value it is.", ["relative"]);
        Words(schema, "anchor", "Where it begins, in the zone.", [.. Words<TimeAnchor>.All]);
        Member(schema, "offset", "How many units later; earlier where it is negative.", () => Types(schema, "integer", "string"));
        Words(schema, "unit", "The unit of the offset.", [.. Words<TimeUnit>.All]);
    });

    private static void Bound(Utf8JsonWriter schema)
    {
        schema.WriteStartArray("anyOf");
        schema.WriteStartObject();
        Types(schema, "string", "number", "boolean", "null");
        schema.WriteEndObject();
        Reference(schema, "relative");
        schema.WriteStartObject();
        Object(schema, ["field"], () => Typed(schema, "field", "Another field, where only one of two bounds is one.", "string"));
        schema.WriteEndObject();
        schema.WriteEndArray();
    }

    private static void GroupHead(Utf8JsonWriter schema)
    {
        Typed(schema, "not", "Whether the complement of the group is meant.", "boolean");
        Flags(schema);
    }

    private static void Flags(Utf8JsonWriter schema)
    {
        Typed(schema, "muted", "Whether it is left out.", "boolean");
        Typed(schema, "disabled", "Whether an editor locks it; it is evaluated all the same.", "boolean");
        Typed(schema, "id", "The editor's own; nothing reads it.", "string");
        Member(schema, "path", "The editor's own; nothing reads it.", () => schema.WriteString("type", "array"));
    }

    private static void Object(Utf8JsonWriter schema, string[] required, Action members)
    {
        schema.WriteString("type", "object");
        schema.WriteStartObject("properties");
        members();
        schema.WriteEndObject();
        schema.WriteStartArray("required");
        Array.ForEach(required, schema.WriteStringValue);
        schema.WriteEndArray();
        schema.WriteBoolean("additionalProperties", value: false);
    }

    private static void Member(Utf8JsonWriter schema, string name, string says, Action describe)
    {
        schema.WriteStartObject(name);
        schema.WriteString("description", says);
        describe();
        schema.WriteEndObject();
    }

    private static void Typed(Utf8JsonWriter schema, string name, string says, string type) => Member(schema, name, says, () => schema.WriteString("type", type));

    private static void Words(Utf8JsonWriter schema, string name, string says, string[] words) => Member(schema, name, says, () => Enumeration(schema, words));

    private static void Enumeration(Utf8JsonWriter schema, string[] words)
    {
        schema.WriteStartArray("enum");
        Array.ForEach(words, schema.WriteStringValue);
        schema.WriteEndArray();
    }

    private static void Types(Utf8JsonWriter schema, params string[] types)
    {
        schema.WriteStartArray("type");
        Array.ForEach(types, schema.WriteStringValue);
        schema.WriteEndArray();
    }

    private static void OneOf(Utf8JsonWriter schema, params string[] definitions)
    {
        schema.WriteStartArray("oneOf");
        Array.ForEach(definitions, each => Reference(schema, each));
        schema.WriteEndArray();
    }

    private static void Reference(Utf8JsonWriter schema, string definition)
    {
        schema.WriteStartObject();
        schema.WriteString("$ref", $"#/$defs/{definition}");
        schema.WriteEndObject();
    }
}
