using CandidateCrm.Engagement;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Models of fit as tenants publish them. Which fields their rules may name is the host's to say, so only the form of these is judged here.</summary>
internal static class FitDefinitionShape
{
    private static ObjectShape<FitDefinitionCriterion> Criterion { get; } = new(table =>
    {
        var key = table.Must("key", Texts.Code<FitCriterionKey>("The key of a criterion"), each => each.Key, "The key of the criterion, once per model.");
        var points = table.Must("points", new DecimalShape(0, FitCriterion.MostPoints, FitCriterion.PointsFault), each => each.Points, "The points that it earns: more than 0.");
        var rule = table.Must("rule", new RuleTextShape(), each => each.Rule, "The rule, in the form of react-querybuilder.");
        return (values, _) => new FitDefinitionCriterion { Key = values.Of(key), Points = values.Of(points), Rule = values.Of(rule) };
    });

    internal static DefinitionOf<FitDefinition> Shape { get; } = new(DefinitionKind.Fit, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<FitKey>("The key of a model of fit"), model => model.Key, "The key of the model.");
        var version = table.Version(model => model.Version);
        var criteria = table.Must("criteria", new ListShape<FitDefinitionCriterion>(Criterion, least: 1, most: FitModel.MostCriteria), model => model.Criteria, "The criteria, in the order in which explanations list them.");
        var bands = table.List("bands", new ListShape<FitBand>(FitShape.Band), model => model.Bands, "The bands of fit from the lowest up.");
        var score = table.Maybe("score", Texts.Code<ScoreKey>("The key of a score"), model => model.Score, "The score whose bands the matrix names.");
        var matrix = table.List("matrix", new ListShape<FitCell>(FitShape.Cell), model => model.Matrix, "What pairs of fit and engagement mean, each pair at most once.");
        return (values, _) => new FitDefinition
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
