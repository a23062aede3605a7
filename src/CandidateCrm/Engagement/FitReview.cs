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
        return [.. Criteria(model), .. Rules(model, schema, terms), .. Bands(model), .. Matrix(model)];
    }

    /// <summary>Lists what is wrong beside the rules, which a reader has judged by itself.</summary>
    internal static ImmutableArray<FitFault> ShapeFaultsOf(FitModel model) => [.. Criteria(model), .. Bands(model), .. Matrix(model)];

    private static IEnumerable<FitFault> Criteria(FitModel model)
    {
        if (model.Criteria.Length is 0 or > FitModel.MostCriteria)
        {
            yield return Fault(Codes.CriterionCount, "criteria", $"A model has 1 to {FitModel.MostCriteria} criteria, but this one has {model.Criteria.Length}.");
        }

        foreach (var key in Repeated(model.Criteria.Select(criterion => criterion.Key)))
        {
            yield return Fault(Codes.CriterionRepeated, "criteria", $"More than one criterion bears the name {key}.");
        }
    }

    private static IEnumerable<FitFault> Rules(FitModel model, SegmentSchema schema, SegmentTerms terms) =>
        model.Criteria.SelectMany((criterion, index) => SegmentReview.FaultsOf(criterion.Rule, schema, terms).Select(fault => new FitFault
        {
            Code = fault.Code,
            Where = FormattableString.Invariant($"criteria[{index}].rule") + (fault.Where.Length == 0 ? string.Empty : "." + fault.Where),
            Sentence = fault.Sentence,
        }));

    private static IEnumerable<FitFault> Bands(FitModel model)
    {
        if (model.Bands.Length > FitModel.MostBands)
        {
            yield return Fault(Codes.BandCount, "bands", $"A model has at most {FitModel.MostBands} bands, but this one has {model.Bands.Length}.");
        }

        foreach (var key in Repeated(model.Bands.Select(band => band.Key)))
        {
            yield return Fault(Codes.BandRepeated, "bands", $"More than one band bears the name {key}.");
        }

        for (var i = 0; i < model.Bands.Length; i++)
        {
            var (band, where) = (model.Bands[i], FormattableString.Invariant($"bands[{i}]"));
            if (i == 0 != band.From is null)
            {
                yield return Fault(Codes.BandFrom, where, $"The lowest band begins at no fit, and every other one at some; {band.Key} does not.");
            }
            else if (i > 1 && band.From <= model.Bands[i - 1].From)
            {
                yield return Fault(Codes.BandOrder, where, $"The band {band.Key} begins at {band.From}, which is not above the {model.Bands[i - 1].From} of the band below it.");
            }
        }
    }

    private static IEnumerable<FitFault> Matrix(FitModel model)
    {
        if (model.Matrix.Length > 0 && model.Score is null)
        {
            yield return Fault(Codes.ScoreMissing, "matrix", $"A matrix names bands of a score: say which score.");
        }

        foreach (var (fit, engagement) in Repeated(model.Matrix.Select(cell => (cell.Fit, cell.Engagement))))
        {
            yield return Fault(Codes.CellRepeated, "matrix", $"The matrix names the pair {fit} and {engagement} more than once.");
        }

        for (var i = 0; i < model.Matrix.Length; i++)
        {
            if (model.Bands.All(band => band.Key != model.Matrix[i].Fit))
            {
                yield return Fault(Codes.CellBandUnknown, FormattableString.Invariant($"matrix[{i}]"), $"The matrix names the band {model.Matrix[i].Fit}, which the model does not have.");
            }
        }
    }

    private static FitFault Fault(string code, string where, FormattableString sentence) =>
        new() { Code = code, Where = where, Sentence = FormattableString.Invariant(sentence) };

    private static IEnumerable<T> Repeated<T>(IEnumerable<T> keys) => keys.GroupBy(key => key).Where(group => group.Skip(1).Any()).Select(group => group.Key);
}
