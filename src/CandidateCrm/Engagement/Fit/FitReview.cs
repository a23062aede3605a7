using System.Collections.Immutable;
using CandidateCrm.Segments;
using Codes = CandidateCrm.Engagement.FitFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Says what is wrong with a model of fit, every fault at once, those of its rules among them.</summary>
public static class FitReview
{
    /// <summary>Lists the faults in the order in which the model is read; empty for a model that an engine takes.</summary>
    public static ImmutableArray<FitFault> FaultsOf(FitModel model, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        return
        [
            .. Criteria([.. model.Criteria.Select(criterion => criterion.Key)]),
            .. model.Criteria.SelectMany((criterion, index) => OfRule(index, SegmentReview.FaultsOf(criterion.Rule, schema, terms))),
            .. Bands(model.Bands),
            .. Matrix(model.Bands, model.Matrix, model.Score is not null),
        ];
    }

    /// <summary>Lists what is wrong with a published model, given what is wrong with its rules.</summary>
    internal static ImmutableArray<FitFault> FaultsWith(FitDefinition model, IEnumerable<FitFault> rules) =>
    [
        .. Criteria([.. model.Criteria.Select(criterion => criterion.Key)]),
        .. rules,
        .. Bands(model.Bands),
        .. Matrix(model.Bands, model.Matrix, model.Score is not null),
    ];

    /// <summary>Lists what is wrong with a published model beside the fields of its rules, the scores of the same rules at hand.</summary>
    internal static ImmutableArray<FitFault> FaultsOf(FitDefinition model, ImmutableArray<ScoringModel> scores) => [.. FaultsWith(model, []), .. Scores(model, scores)];

    /// <summary>Gives faults of a criterion's rule their place in the model.</summary>
    internal static IEnumerable<FitFault> OfRule(int criterion, ImmutableArray<SegmentFault> faults) => faults.Select(fault => new FitFault
    {
        Code = fault.Code,
        Where = FormattableString.Invariant($"criteria[{criterion}].rule") + (fault.Where.Length == 0 ? string.Empty : "." + fault.Where),
        Sentence = fault.Sentence,
    });

    internal static IEnumerable<FitFault> Repeats(ImmutableArray<FitCriterionKey> criteria) =>
        Repeated(criteria).Select(key => Fault(Codes.CriterionRepeated, "criteria", $"More than one criterion bears the name {key}."));

    internal static IEnumerable<FitFault> Bands(ImmutableArray<FitBand> bands)
    {
        if (bands.Length > FitModel.MostBands)
        {
            yield return Fault(Codes.BandCount, "bands", $"A model has at most {FitModel.MostBands} bands, but this one has {bands.Length}.");
        }

        foreach (var key in Repeated(bands.Select(band => band.Key)))
        {
            yield return Fault(Codes.BandRepeated, "bands", $"More than one band bears the name {key}.");
        }

        for (var i = 0; i < bands.Length; i++)
        {
            var (band, where) = (bands[i], FormattableString.Invariant($"bands[{i}]"));
            if (i == 0 != band.From is null)
            {
                yield return Fault(Codes.BandFrom, where, $"The lowest band begins at no fit, and every other one at some; {band.Key} does not.");
            }
            else if (i > 1 && band.From <= bands[i - 1].From)
            {
                yield return Fault(Codes.BandOrder, where, $"The band {band.Key} begins at {band.From}, which is not above the {bands[i - 1].From} of the band below it.");
            }
        }
    }

    internal static IEnumerable<FitFault> Matrix(ImmutableArray<FitBand> bands, ImmutableArray<FitCell> matrix, bool isScored)
    {
        if (matrix.Length > 0 && !isScored)
        {
            yield return Fault(Codes.ScoreMissing, "matrix", $"A matrix names bands of a score: say which score.");
        }

        foreach (var (fit, engagement) in Repeated(matrix.Select(cell => (cell.Fit, cell.Engagement))))
        {
            yield return Fault(Codes.CellRepeated, "matrix", $"The matrix names the pair {fit} and {engagement} more than once.");
        }

        for (var i = 0; i < matrix.Length; i++)
        {
            if (bands.All(band => band.Key != matrix[i].Fit))
            {
                yield return Fault(Codes.CellBandUnknown, FormattableString.Invariant($"matrix[{i}]"), $"The matrix names the band {matrix[i].Fit}, which the model does not have.");
            }
        }
    }

    private static IEnumerable<FitFault> Criteria(ImmutableArray<FitCriterionKey> keys) => keys.Length is 0 or > FitModel.MostCriteria
        ? Repeats(keys).Prepend(Fault(Codes.CriterionCount, "criteria", $"A model has 1 to {FitModel.MostCriteria} criteria, but this one has {keys.Length}."))
        : Repeats(keys);

    private static IEnumerable<FitFault> Scores(FitDefinition model, ImmutableArray<ScoringModel> scores)
    {
        if (model.Score is not { } key)
        {
            yield break;
        }

        if (scores.FirstOrDefault(score => score.Key == key) is not { } named)
        {
            yield return Fault(Codes.ScoreUnknown, "score", $"The rules have no score {key}. Known are {string.Join(", ", scores.Select(score => score.Key.Value).DefaultIfEmpty("none"))}.");
            yield break;
        }

        for (var i = 0; i < model.Matrix.Length; i++)
        {
            if (named.Bands.All(band => band.Key != model.Matrix[i].Engagement))
            {
                yield return Fault(Codes.CellEngagementUnknown, FormattableString.Invariant($"matrix[{i}]"), $"The matrix names the band {model.Matrix[i].Engagement}, which the score {key} does not have.");
            }
        }
    }

    private static FitFault Fault(string code, string where, FormattableString sentence) =>
        new() { Code = code, Where = where, Sentence = FormattableString.Invariant(sentence) };

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> keys) => keys.GroupBy(key => key).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
