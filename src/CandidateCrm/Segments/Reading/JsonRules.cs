using System.Text.Json;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Reads the form of react-querybuilder. What is muted is left out before anything is judged.</summary>
internal sealed class JsonRules(FaultNotes notes)
{
    internal static readonly string[] OfGroup = ["combinator", "not", "rules", "muted", "disabled", "id", "path"];
    internal static readonly string[] OfRule = ["field", "operator", "value", "valueSource", "match", "muted", "disabled", "id", "path"];

    /// <summary>Stands for a name that is not there; the empty one is the element of a set.</summary>
    private const string Missing = "\0";

    private readonly JsonOperands _operands = new(notes);

    /// <summary>Reads a group or a rule; null where it is muted.</summary>
    internal RawRule? Read(JsonElement json, Spot spot)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Broken(spot, "A rule or a group of rules belongs here: an object.");
        }

        var isGroup = json.TryGetProperty("rules", out _) || json.TryGetProperty("combinator", out _);
        if (IsSet(json, "muted", spot))
        {
            return null;
        }

        IsSet(json, "disabled", spot);
        notes.Members(json, spot, isGroup ? OfGroup : OfRule);
        return isGroup ? Group(json, spot) : Rule(json, spot);
    }

    /// <summary>Reads what has to be a group, as the root and what a match is about; what is muted leaves an empty one.</summary>
    internal RawRule ReadGroup(JsonElement json, Spot spot) => Read(json, spot) switch
    {
        null => new RawGroup(spot, IsOr: false, []),
        RawCondition or RawCount or RawSegments or RawEveryone => Broken(spot, "A group belongs here: an object with rules."),
        var rule => rule,
    };

    private RawRule Group(JsonElement json, Spot spot)
    {
        var isNot = IsSet(json, "not", spot);
        if (!json.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array)
        {
            return Broken(spot.Member("rules"), "A group has rules: a list of them.");
        }

        var group = json.TryGetProperty("combinator", out var combinator)
            ? Uniform(rules, spot, new RawName(combinator.ValueKind == JsonValueKind.String ? combinator.GetString()! : string.Empty, spot.Member("combinator")))
            : Mixed(rules, spot);
        return isNot ? new RawNot(spot, group) : group;
    }

    private RawGroup Uniform(JsonElement rules, Spot spot, RawName combinator)
    {
        if (combinator.Text is not ("and" or "or"))
        {
            notes.Unknown(Codes.UnknownCombinator, combinator, "a combinator", ["and", "or"]);
        }

        var parts = new List<RawRule>();
        var index = 0;
        foreach (var rule in rules.EnumerateArray())
        {
            if (Read(rule, spot.Member("rules").Element(index++)) is { } part)
            {
                parts.Add(part);
            }
        }

        return new RawGroup(spot, combinator.Text == "or", parts);
    }

    /// <summary>Reads rules with combinators between them: «and» binds tighter.</summary>
    private RawGroup Mixed(JsonElement rules, Spot spot)
    {
        var alternatives = new List<RawRule>();
        var together = new List<RawRule>();
        var index = 0;
        foreach (var element in rules.EnumerateArray())
        {
            var at = spot.Member("rules").Element(index);
            if (index++ % 2 == 0)
            {
                together.AddRange(Read(element, at) is { } part ? [part] : []);
            }
            else if (IsOr(element, at))
            {
                Close();
            }
        }

        Close();
        if (index > 0 && index % 2 == 0)
        {
            notes.Note(Codes.UnknownCombinator, spot.Member("rules").Element(index - 1), "A combinator stands between two rules; nothing follows this one.");
        }

        return alternatives is [RawGroup only] ? only : new RawGroup(spot, IsOr: true, alternatives);

        void Close()
        {
            if (together.Count > 0)
            {
                alternatives.Add(new RawGroup(spot, IsOr: false, [.. together]));
                together.Clear();
            }
        }
    }

    private bool IsOr(JsonElement json, Spot spot)
    {
        var word = json.ValueKind == JsonValueKind.String ? json.GetString()! : string.Empty;
        if (word is not ("and" or "or"))
        {
            notes.Unknown(Codes.UnknownCombinator, new RawName(word, spot), "a combinator between two rules", ["and", "or"]);
        }

        return word == "or";
    }

    private RawRule Rule(JsonElement json, Spot spot)
    {
        var field = Name(json, "field", spot);
        if (field.Text == SegmentSchema.EveryoneName)
        {
            return Everyone(json, spot);
        }

        if (json.TryGetProperty("match", out var match) && match.ValueKind != JsonValueKind.Null)
        {
            return Count(json, field, match, spot);
        }

        var @operator = Name(json, "operator", spot);
        if (field.Text == SegmentSchema.SegmentName)
        {
            return Segments(json, @operator, spot);
        }

        return new RawCondition(spot, field, @operator, @operator.Text is "null" or "notNull" ? new RawNothing(spot) : Value(json, @operator.Text, spot));
    }

    private RawRule Everyone(JsonElement json, Spot spot)
    {
        var isRight = Name(json, "operator", spot).Text == "=" && json.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.True;
        return isRight ? new RawEveryone(spot) : Broken(spot, "Everyone is written {\"field\":\"everyone\",\"operator\":\"=\",\"value\":true}.");
    }

    private RawRule Segments(JsonElement json, RawName @operator, Spot spot)
    {
        if (@operator.Text is not ("in" or "notIn"))
        {
            var code = Operators.ByWord.ContainsKey(@operator.Text) ? Codes.UnsupportedOperator : Codes.UnknownOperator;
            notes.Unknown(code, @operator, "an operator", ["in", "notIn"]);
            return new RawBroken(spot);
        }

        return new RawSegments(spot, @operator.Text == "notIn", Value(json, @operator.Text, spot));
    }

    private RawCount Count(JsonElement json, RawName field, JsonElement match, Spot spot)
    {
        var at = spot.Member("match");
        if (match.ValueKind == JsonValueKind.Object)
        {
            notes.Members(match, at, ["mode", "threshold"]);
        }

        var mode = match.ValueKind == JsonValueKind.Object ? Name(match, "mode", at) : new RawName(match.ValueKind == JsonValueKind.String ? match.GetString()! : string.Empty, at);
        var threshold = match.ValueKind == JsonValueKind.Object && match.TryGetProperty("threshold", out var number)
            ? JsonOperands.Scalar(number, at.Member("threshold"))
            : new RawNothing(at);
        var value = spot.Member("value");
        var where = json.TryGetProperty("value", out var group) ? ReadGroup(group, value) : Broken(value, "A match has a group of rules as its value.");
        return new RawCount(spot, field, where, new RawThreshold(mode, threshold));
    }

    private RawOperand Value(JsonElement json, string @operator, Spot spot)
    {
        var isField = false;
        if (json.TryGetProperty("valueSource", out var source) && source.ValueKind != JsonValueKind.Null)
        {
            var word = source.ValueKind == JsonValueKind.String ? source.GetString()! : string.Empty;
            isField = word == "field";
            if (word is not ("field" or "value"))
            {
                notes.Unknown(Codes.BadValue, new RawName(word, spot.Member("valueSource")), "a source of values", ["value", "field"]);
                return new RawUnreadable(spot, IsNoted: true);
            }
        }

        var at = spot.Member("value");
        return !json.TryGetProperty("value", out var value) ? new RawNothing(at)
            : isField ? JsonOperands.Fields(value, at, @operator is "between" or "notBetween")
            : _operands.Read(value, at);
    }

    private static RawName Name(JsonElement json, string member, Spot spot)
    {
        return new RawName(json.TryGetProperty(member, out var name) && name.ValueKind == JsonValueKind.String ? name.GetString()! : Missing, spot.Member(member));
    }

    private bool IsSet(JsonElement json, string member, Spot spot)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind is JsonValueKind.False or JsonValueKind.Null)
        {
            return false;
        }

        if (value.ValueKind != JsonValueKind.True)
        {
            notes.Note(Codes.Malformed, spot.Member(member), "true or false belongs here.");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private RawBroken Broken(Spot spot, string sentence)
    {
        notes.Note(Codes.Malformed, spot, sentence);
        return new RawBroken(spot);
    }
}
