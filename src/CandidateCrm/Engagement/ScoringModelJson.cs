using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;

namespace CandidateCrm.Engagement;

/// <summary>
/// Scoring models as JSON, for hosts that use the engine alone; it is the form in which a tenant publishes them, too. Written, a model has one spelling, and reading it
/// gives the same model again. What is wrong is a list of faults, never an exception.
/// </summary>
public static class ScoringModelJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = DefinitionShape.Schema;

    private const string Whole = "score";
    private static readonly JsonWriterOptions Writing = new() { SkipValidation = true };

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; what parts say to each other is judged when a text is read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("A scoring model", ScoreShape.Shape.Describe);

    /// <summary>Writes a model in its one spelling: members in a fixed order, no blanks, defaults left out. What was written can be read again.</summary>
    /// <exception cref="InvalidScoringModelException">The model has faults, so that it could not be read again; all of them are named.</exception>
    public static string Write(ScoringModel model)
    {
        var faults = ScoringModelReview.FaultsOf(model);
        if (!faults.IsEmpty)
        {
            throw new InvalidScoringModelException(faults);
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            ScoreShape.Shape.Write(writer, Definition.Of(model));
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a model, or says everything that is wrong with its text, each with its place. The text has at most 1 MiB; a byte order mark before it is passed over.</summary>
    public static ScoringModelReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return Read(DocumentText.ToUtf8(json));
        }
        catch (DocumentFault)
        {
            return Faulty([Told(DefinitionText.Fault(RulesFaultCodes.Malformed, "The text is not well-formed: it has half a surrogate pair."))]);
        }
    }

    /// <summary>Reads a model in UTF-8, or says everything that is wrong with its text, each with its place. The text has at most 1 MiB; a byte order mark before it is passed over.</summary>
    public static ScoringModelReading Read(ReadOnlySpan<byte> utf8)
    {
        using var json = DefinitionText.Parse(utf8, DefinitionText.Largest, out var malformed);
        if (json is null)
        {
            return Faulty([Told(malformed!)]);
        }

        var place = new Place(Whole);
        var definition = ScoreShape.Shape.Read(json.RootElement, place);
        var faults = place.Faults.Select(Told).Concat(ScoreShape.PartFaultsOf(json.RootElement)).Take(Place.MostFaults).ToImmutableArray();
        return faults.IsEmpty ? new ScoringModelReading { Model = (ScoringModel)definition!.Content, Faults = [] } : Faulty(faults);
    }

    private static ScoringModelReading Faulty(ImmutableArray<ScoringModelFault> faults) => new() { Model = null, Faults = faults };

    private static ScoringModelFault Told(RulesFault fault) => new()
    {
        Code = fault.Code,
        Sentence = fault.Sentence,
        Where = fault.Where.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var colon ? fault.Where[(colon + 2)..] : string.Empty,
    };
}
