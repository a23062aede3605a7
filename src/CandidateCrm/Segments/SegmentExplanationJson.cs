using System.Buffers;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;
using CandidateCrm.Segments.Explaining;

namespace CandidateCrm.Segments;

/// <summary>
/// Explanations of segments as JSON, for screens and for other programs. Written, an explanation has one spelling with its <see cref="SegmentExplanation.Tree"/>, and reading it gives the same explanation again.
/// Values that are not masked stand in it. What is wrong is a list of faults, never an exception.
/// </summary>
public static class SegmentExplanationJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = 1;

    /// <summary>The largest number of bytes that are read.</summary>
    public const int LargestJson = 1 << 24;

    private const string Whole = "explanation";
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; that parts agree with each other is judged when a text is read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("Why a candidate is in a segment, or not", ExplanationShapes.Describe);

    /// <summary>Writes an explanation as text.</summary>
    public static string Write(SegmentExplanation explanation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            Write(writer, explanation);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an explanation as an object, into a document of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, SegmentExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(explanation);
        ExplanationShapes.Whole.Write(writer, explanation);
    }

    /// <summary>Reads an explanation, or says everything that is wrong with the text, each with its path.</summary>
    /// <param name="json">An explanation: at most 16 MiB.</param>
    public static SegmentExplanationReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(DocumentText.ToUtf8(json));
        }
        catch (DocumentFault)
        {
            return new SegmentExplanationReading { Faults = [Told(DefinitionText.Fault(RulesFaultCodes.Malformed, "The text is not well-formed: it has half a surrogate pair."))] };
        }
    }

    /// <summary>Reads an explanation in UTF-8, or says everything that is wrong with the text, each with its path. A byte order mark before it is passed over.</summary>
    /// <param name="utf8">An explanation: at most 16 MiB.</param>
    public static SegmentExplanationReading Read(ReadOnlySpan<byte> utf8)
    {
        using var json = DefinitionText.Parse(utf8, LargestJson, out var malformed);
        if (json is null)
        {
            return new SegmentExplanationReading { Faults = [Told(malformed!)] };
        }

        var place = new Place(Whole);
        return ExplanationShapes.Whole.Read(json.RootElement, place, out var explanation)
            ? new SegmentExplanationReading { Explanation = explanation }
            : new SegmentExplanationReading { Faults = [.. place.Faults.Select(Told)] };
    }

    private static SegmentFault Told(RulesFault fault) => new()
    {
        Code = SegmentFaultCodes.Malformed,
        Where = fault.Where.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? fault.Where[(colon + 2)..] : string.Empty,
        Sentence = fault.Sentence,
    };
}
