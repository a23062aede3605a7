using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CandidateCrm.Json;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Rules;

/// <summary>The way of a definition to its text and back, before anything is judged but the form.</summary>
internal static class DefinitionText
{
    /// <summary>Where a fault is of a text that does not say what it defines.</summary>
    internal const string Unnamed = "definition";

    internal const int Largest = 1_048_576;

    // What a reader of JSON allows where nothing else is said.
    private const int Deepest = 64;

    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    internal static string Write(Definition definition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            DefinitionShapes.Find(definition.Name.Kind)!.Write(writer, definition);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a definition and everything that is wrong with its form; null where something is.</summary>
    internal static Definition? Read(string json, out ImmutableArray<RulesFault> faults)
    {
        try
        {
            return Read(DocumentText.ToUtf8(json), out faults);
        }
        catch (DocumentFault)
        {
            faults = [Fault(RulesFaultCodes.Malformed, "The text is not well-formed: it has half a surrogate pair.")];
            return null;
        }
    }

    internal static Definition? Read(ReadOnlySpan<byte> utf8, out ImmutableArray<RulesFault> faults)
    {
        using var document = Parse(utf8, Largest, out var fault);
        if (document is null)
        {
            faults = [fault!];
            return null;
        }

        var place = new Place(NameOf(document.RootElement));
        var definition = DefinitionShapes.Read(document.RootElement, place);
        faults = place.Faults;
        return faults.IsEmpty ? definition : null;
    }

    /// <summary>Reads a text as JSON of which every text can be read; null where it is none, with what is wrong. A byte order mark before it is passed over.</summary>
    internal static JsonDocument? Parse(ReadOnlySpan<byte> utf8, int largest, out RulesFault? fault, int deepest = Deepest)
    {
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        fault = text.Length > largest
            ? Fault(RulesFaultCodes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"A definition has at most {largest:N0} bytes."))
            : Malformed(text, deepest) is { } malformed ? Fault(RulesFaultCodes.Malformed, malformed) : null;
        if (fault is not null)
        {
            return null;
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = deepest });
        return JsonDocument.ParseValue(ref reader);
    }

    /// <summary>Says what keeps a text from being JSON, or null. Texts in it are unescaped here, so that nothing later meets one that cannot be.</summary>
    private static string? Malformed(ReadOnlySpan<byte> text, int deepest)
    {
        if (!Utf8.IsValid(text))
        {
            return "The text is not well-formed UTF-8.";
        }

        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = deepest });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }

            return null;
        }
        catch (JsonException error)
        {
            return FormattableString.Invariant($"The text is not JSON; that was noticed in line {error.LineNumber + 1}, at byte {error.BytePositionInLine + 1}.");
        }
        catch (InvalidOperationException)
        {
            var before = text[..(int)reader.TokenStartIndex];
            return FormattableString.Invariant($"The text in line {before.Count((byte)'\n') + 1}, at byte {before.Length - before.LastIndexOf((byte)'\n')}, has half a surrogate pair.");
        }
    }

    /// <summary>Names the definition as well as it can be told.</summary>
    private static string NameOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Code(json, "kind") is not { } kind)
        {
            return Unnamed;
        }

        return kind == DefinitionKind.Settings.Value ? $"{kind} {RulesSettings.Key}" : Code(json, "key") is { } key ? $"{kind} {key}" : kind;
    }

    private static string? Code(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && Candidates.HostText.IsCode(value.GetString()) ? value.GetString() : null;

    internal static RulesFault Fault(string code, string sentence) => new() { Code = code, Where = Unnamed, Sentence = sentence };
}
