using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Engagement;
using CandidateCrm.Segments;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Models of fit. Their rules are judged by a schema, so the form is made for one.</summary>
internal static class FitShape
{
    internal const int Schema = 1;

    internal static ObjectShape<FitBand> Band { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<BandKey>("The key of a band"), band => band.Key, "The key of the band, once per model.");
        var start = table.Maybe("from", new DecimalShape(0, 100, value => FitBand.FromFault(value)), band => band.From, "The fit from which on it holds; the lowest band has none.");
        return (values, _) => new FitBand { Key = values.Of(key), From = values.Of(start) };
    });

    internal static ObjectShape<FitCell> Cell { get; } = new(table =>
    {
        var fit = table.Must("fit", Texts.Code<BandKey>("The key of a band"), cell => cell.Fit, "The band of fit.");
        var engagement = table.Must("engagement", Texts.Code<BandKey>("The key of a band"), cell => cell.Engagement, "The band of the score.");
        var name = table.Must("cell", Texts.Code<FitCellKey>("The name of a pair"), cell => cell.Name, "The host's name for the pair.");
        return (values, _) => new FitCell { Fit = values.Of(fit), Engagement = values.Of(engagement), Name = values.Of(name) };
    });

    internal static void Describe(Utf8JsonWriter schema) => Of(schema: null, terms: null).Describe(schema);

    /// <summary>Lists what parts say to each other, as far as they can be read, whatever is wrong beside them.</summary>
    internal static ImmutableArray<FitFault> PartFaultsOf(JsonElement model)
    {
        if (model.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var (bands, matrix) = (Part(model, "bands", Band), Part(model, "matrix", Cell));
        var isScored = model.TryGetProperty("score", out var score) && score.ValueKind != JsonValueKind.Null;
        return
        [
            .. FitReview.Repeats(KeysOf(model)),
            .. bands is { } known ? FitReview.Bands(known) : [],
            .. bands is { } named && matrix is { } cells ? FitReview.Matrix(named, cells, isScored) : [],
        ];
    }

    /// <summary>Returns a list; null where it cannot be read, so that nothing can be said by it.</summary>
    private static ImmutableArray<T>? Part<T>(JsonElement model, string name, Shape<T> item) =>
        !model.TryGetProperty(name, out var list) ? [] : new ListShape<T>(item).Read(list, new Place(string.Empty), out var items) ? items : null;

    private static ImmutableArray<FitCriterionKey> KeysOf(JsonElement model) =>
        model.TryGetProperty("criteria", out var criteria) && criteria.ValueKind == JsonValueKind.Array
            ?
            [
                .. from criterion in criteria.EnumerateArray()
                   where criterion.ValueKind == JsonValueKind.Object && criterion.TryGetProperty("key", out var key) && key.ValueKind == JsonValueKind.String
                   let name = criterion.GetProperty("key").GetString()
                   where FitCriterionKey.TryFrom(name, out _)
                   select FitCriterionKey.From(name),
            ]
            : [];

    /// <summary>Returns the form; without a schema it can write and describe, and reads no rule.</summary>
    internal static ObjectShape<FitModel> Of(SegmentSchema? schema, SegmentTerms? terms)
    {
        var criterion = new ObjectShape<FitCriterion>(table =>
        {
            var key = table.Must("key", Texts.Code<FitCriterionKey>("The key of a criterion"), each => each.Key, "The key of the criterion, once per model.");
            var points = table.Must("points", new DecimalShape(0, FitCriterion.MostPoints, FitCriterion.PointsFault), each => each.Points, "The points that it earns: more than 0.");
            var rule = table.Must("rule", new SegmentRuleShape(schema, terms), each => each.Rule, "The rule, in the form of react-querybuilder.");
            return (values, _) => new FitCriterion { Key = values.Of(key), Points = values.Of(points), Rule = values.Of(rule) };
        });
        return new ObjectShape<FitModel>(table =>
        {
            table.Ignore("$schema", Texts.Line, "Where an editor finds the JSON Schema; nothing else reads it.");
            table.Must("schema", new WholeShape(Schema, Schema, "The version of the form"), _ => Schema, "The version of the form.");
            table.May("kind", new ConstantShape(DefinitionKind.Fit.Value), _ => DefinitionKind.Fit.Value, $"The kind of definition, {DefinitionKind.Fit}; a tenant publishes it so.", otherwise: string.Empty);
            var key = table.Must("key", Texts.Code<FitKey>("The key of a model of fit"), model => model.Key, "The key of the model.");
            var version = table.Version(model => model.Version);
            var criteria = table.Must("criteria", new ListShape<FitCriterion>(criterion, least: 1, most: FitModel.MostCriteria), model => model.Criteria, "The criteria, in the order in which explanations list them.");
            var bands = table.List("bands", new ListShape<FitBand>(Band), model => model.Bands, "The bands of fit from the lowest up.");
            var score = table.Maybe("score", Texts.Code<ScoreKey>("The key of a score"), model => model.Score, "The score whose bands the matrix names.");
            var matrix = table.List("matrix", new ListShape<FitCell>(Cell), model => model.Matrix, "What pairs of fit and engagement mean, each pair at most once.");
            return (values, _) => new FitModel
            {
                Key = values.Of(key),
                Version = values.Of(version),
                Criteria = values.Of(criteria),
                Bands = values.Of(bands),
                Score = values.Of(score),
                Matrix = values.Of(matrix),
            };
        });
    }
}
