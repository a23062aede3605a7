using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Segments.Reading;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments;

/// <summary>
/// Rules in the JSON of react-querybuilder, with what the language has beyond it. Written, a rule has one spelling; read again it is the same rule.
/// What is muted is left out, ids and paths are passed over, and what is wrong is a list of faults, never an exception.
/// </summary>
public static class SegmentJson
{
    /// <summary>The largest number of bytes.</summary>
    public const int LargestJson = 1 << 24;

    // What is muted may be nested deeper than any rule; it is left out before anything is judged.
    private const int DeepestJson = 1_000;

    /// <summary>Operators and texts stay readable: nothing is escaped for the sake of HTML.</summary>
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; which fields there are and what they take is judged when a rule is read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("A segment rule in the form of react-querybuilder", JsonForm.Describe);

    /// <summary>Writes a rule in its one spelling.</summary>
    /// <exception cref="InvalidSegmentException">The rule is deeper than any that can be read again.</exception>
    public static string Write(SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            Write(writer, rule);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a rule, or says everything that is wrong with it.</summary>
    /// <param name="json">A group of rules: at most 16 MiB.</param>
    /// <param name="schema">The fields that it may name.</param>
    /// <param name="terms">What it is judged by beside the schema.</param>
    public static SegmentReading Read(string json, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(DocumentText.ToUtf8(json), schema, terms);
        }
        catch (DocumentFault)
        {
            return Malformed("The text is not well-formed: it has half a surrogate pair.");
        }
    }

    /// <summary>Reads a rule in UTF-8, or says everything that is wrong with it. A byte order mark before it is passed over.</summary>
    /// <param name="utf8">A group of rules: at most 16 MiB.</param>
    /// <param name="schema">The fields that it may name.</param>
    /// <param name="terms">What it is judged by beside the schema.</param>
    public static SegmentReading Read(ReadOnlySpan<byte> utf8, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        if (utf8.Length <= LargestJson && DepthOf(utf8) > DeepestJson)
        {
            return TooDeep();
        }

        using var json = DefinitionText.Parse(utf8, LargestJson, out var fault, DeepestJson);
        if (json is null)
        {
            return utf8.Length > LargestJson
                ? Fault(Codes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"A rule has at most {LargestJson:N0} bytes."))
                : Malformed(fault!.Sentence);
        }

        return Read(json.RootElement, schema, terms);
    }

    /// <summary>Reads a rule that stands within another document, whose texts can all be read.</summary>
    internal static SegmentReading Read(JsonElement json, SegmentSchema schema, SegmentTerms terms)
    {
        var notes = new FaultNotes();
        return RuleBinder.Bind(new JsonRules(notes).ReadGroup(json, new Spot(string.Empty)), schema, terms, notes);
    }

    /// <summary>Lists what is wrong with the form of a rule within another document, whatever fields there are.</summary>
    internal static ImmutableArray<SegmentFault> FormFaultsOf(JsonElement json)
    {
        var notes = new FaultNotes();
        new JsonRules(notes).ReadGroup(json, new Spot(string.Empty));
        return notes.All;
    }

    /// <summary>Writes a rule within another document.</summary>
    internal static void Write(Utf8JsonWriter writer, SegmentRule rule)
    {
        if (rule.Depth > SegmentRule.DeepestNesting)
        {
            throw new InvalidSegmentException(TooDeep().Faults);
        }

        new JsonWriting(writer).WriteRoot(rule);
    }

    /// <summary>Describes the parts of a rule, for a document that refers to them.</summary>
    internal static void DescribeParts(Utf8JsonWriter schema) => JsonForm.DescribeParts(schema);

    /// <summary>Describes the parts of a rule among other definitions of a document.</summary>
    internal static void DefineParts(Utf8JsonWriter schema) => JsonForm.DefineParts(schema);

    private static SegmentReading TooDeep() =>
        Fault(Codes.TooDeep, string.Create(CultureInfo.InvariantCulture, $"Groups stand at most {SegmentRule.DeepestNesting} deep within each other."));

    private static SegmentReading Malformed(string sentence) => Fault(Codes.Malformed, sentence);

    private static SegmentReading Fault(string code, string sentence) => new() { Faults = [new SegmentFault { Code = code, Where = string.Empty, Sentence = sentence }] };

    /// <summary>Counts how deep brackets stand within each other, without reading the text: texts in quotes are passed over.</summary>
    private static int DepthOf(ReadOnlySpan<byte> utf8)
    {
        int depth = 0, deepest = 0;
        var isText = false;
        for (var i = 0; i < utf8.Length; i++)
        {
            switch (utf8[i])
            {
                case (byte)'\\' when isText:
                    i++;
                    break;
                case (byte)'"':
                    isText = !isText;
                    break;
                case (byte)'[' or (byte)'{' when !isText:
                    deepest = Math.Max(deepest, ++depth);
                    break;
                case (byte)']' or (byte)'}' when !isText:
                    depth--;
                    break;
                default:
                    break;
            }
        }

        return deepest;
    }
}
