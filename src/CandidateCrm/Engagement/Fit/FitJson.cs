using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Rules.Shapes;
using CandidateCrm.Segments;

namespace CandidateCrm.Engagement;

/// <summary>Models of fit as JSON, which is the form in which a tenant publishes them, too. Written, a model has one spelling, and reading it gives the same model again. What is wrong is a list of faults, never an exception.</summary>
public static class FitJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = FitShape.Schema;

    private const int Largest = 1 << 24;

    /// <summary>Gets the JSON Schema, draft 2020-12. It says the form; what models mean is judged when they are read.</summary>
    public static string SchemaText { get; } = Rules.Shapes.SchemaText.Of("A model of fit", schema =>
    {
        FitShape.Describe(schema);
        SegmentJson.DescribeParts(schema);
    });

    /// <summary>Writes a model in its one spelling, which a draft of rules takes as it is.</summary>
    /// <exception cref="InvalidSegmentException">A rule is deeper than any that can be read again.</exception>
    public static string Write(FitModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            FitShape.Of(schema: null, terms: null).Write(writer, model);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a model, or says everything that is wrong with it.</summary>
    /// <param name="json">The document: at most 16 MiB.</param>
    /// <param name="schema">The fields that its rules may name.</param>
    /// <param name="terms">What the rules are judged by beside the schema.</param>
    public static FitReading Read(string json, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        byte[] utf8;
        try
        {
            utf8 = DocumentText.ToUtf8(json);
        }
        catch (DocumentFault)
        {
            return Malformed("The text is not well-formed: it has half a surrogate pair.");
        }

        using var document = DefinitionText.Parse(utf8, Largest, out var malformed);
        if (document is null)
        {
            return Malformed(malformed!.Sentence);
        }

        var place = new Place(string.Empty);
        FitShape.Of(schema, terms).Read(document.RootElement, place, out var model);
        ImmutableArray<FitFault> faults = [.. place.Faults.Select(Told), .. FitShape.PartFaultsOf(document.RootElement)];
        return faults.IsEmpty ? new FitReading { Model = model } : Faulty(faults);
    }

    /// <summary>Makes the form in which a tenant publishes a model: its rules as texts, in their one spelling.</summary>
    /// <exception cref="InvalidSegmentException">A rule is deeper than any that can be read again.</exception>
    public static FitDefinition Define(FitModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new FitDefinition
        {
            Key = model.Key,
            Version = model.Version,
            Criteria = [.. model.Criteria.Select(criterion => new FitDefinitionCriterion { Key = criterion.Key, Points = criterion.Points, Rule = RuleTextShape.SpellingOf(SegmentJson.Write(criterion.Rule))! })],
            Bands = model.Bands,
            Score = model.Score,
            Matrix = model.Matrix,
        };
    }

    /// <summary>Makes a model of what a tenant has published, or says everything that is wrong with it over these fields.</summary>
    /// <param name="definition">What was published.</param>
    /// <param name="schema">The fields that its rules may name.</param>
    /// <param name="terms">What the rules are judged by beside the schema.</param>
    public static FitReading Bind(FitDefinition definition, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        var read = ReadRules(definition, schema, terms);
        var faults = FitReview.FaultsWith(definition, RuleFaults(read));
        return faults.IsEmpty ? new FitReading { Model = Model(definition, read) } : Faulty(faults);
    }

    internal static ImmutableArray<SegmentReading> ReadRules(FitDefinition definition, SegmentSchema schema, SegmentTerms terms) =>
        [.. definition.Criteria.Select(criterion => SegmentJson.Read(criterion.Rule, schema, terms))];

    internal static IEnumerable<FitFault> RuleFaults(ImmutableArray<SegmentReading> rules) => rules.SelectMany((reading, index) => FitReview.OfRule(index, reading.Faults));

    /// <summary>Makes the model of a definition whose rules could all be read.</summary>
    internal static FitModel Model(FitDefinition definition, ImmutableArray<SegmentReading> rules) => new()
    {
        Key = definition.Key,
        Version = definition.Version,
        Criteria = [.. definition.Criteria.Zip(rules, (criterion, reading) => new FitCriterion { Key = criterion.Key, Points = criterion.Points, Rule = reading.Rule! })],
        Bands = definition.Bands,
        Score = definition.Score,
        Matrix = definition.Matrix,
    };

    private static FitReading Faulty(ImmutableArray<FitFault> faults) => new() { Faults = faults };

    private static FitReading Malformed(string sentence) => Faulty([new FitFault { Code = RulesFaultCodes.Malformed, Where = string.Empty, Sentence = sentence }]);

    private static FitFault Told(RulesFault fault) =>
        new() { Code = fault.Code, Where = fault.Where.StartsWith(": ", StringComparison.Ordinal) ? fault.Where[2..] : fault.Where, Sentence = fault.Sentence };
}
