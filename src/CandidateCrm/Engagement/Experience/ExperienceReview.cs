using System.Collections.Immutable;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Engagement.ExperienceFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Says what is wrong with a model of experience, every fault at once.</summary>
public static class ExperienceReview
{
    private static readonly ImmutableArray<MomentKind> AboutNothing = [MomentKinds.Hired, MomentKinds.OfferMade];

    /// <summary>Lists the faults in the order in which the model is read; empty for a model that can be published, as far as that shows without the other rules. An engine takes any: of two rules that fit, the first counts.</summary>
    public static ImmutableArray<ExperienceFault> FaultsOf(ExperienceModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return [.. Weights(model), .. Moments(model), .. Surveys(model)];
    }

    private static IEnumerable<ExperienceFault> Weights(ExperienceModel model)
    {
        if (model is { PeakWeight: 0, EndWeight: 0, MeanWeight: 0 })
        {
            yield return Fault(Codes.Weightless, "peakWeight", $"Peak, end and mean weigh nothing, so that every experience would be 0; one of them weighs more.");
        }

        if (model.PeakWeight + model.EndWeight + model.MeanWeight is > 1 and var sum)
        {
            yield return Fault(Codes.Overweight, "peakWeight", $"Peak, end and mean weigh {sum} together, so that an experience would lie beyond -100 and 100; together they weigh at most 1.");
        }
    }

    private static IEnumerable<ExperienceFault> Moments(ExperienceModel model)
    {
        if (model.Moments.IsEmpty && model.Surveys.IsEmpty)
        {
            yield return Fault(Codes.Empty, "moments", $"There is neither a rule for moments nor a scale for surveys, so that nothing would count; leave the model out for the default one.");
        }

        var earlier = new HashSet<(MomentKind Kind, FactCode About)>();
        for (var i = 0; i < model.Moments.Length; i++)
        {
            var (kind, where) = (model.Moments[i].Kind, FormattableString.Invariant($"moments[{i}]"));
            if (!MomentKinds.All.Contains(kind))
            {
                yield return Fault(Codes.MomentKindUnknown, where, $"No timeline has moments of the kind {kind}, so that this rule never counts. Known are {string.Join(", ", MomentKinds.All.Where(each => each != MomentKinds.SurveyAnswered))}.");
            }
            else if (kind == MomentKinds.SurveyAnswered)
            {
                yield return Fault(Codes.MomentOfSurvey, where, $"How good or bad an answer to a survey is, its scale says, so that this rule never counts: say it under surveys.");
            }
            else if (AboutNothing.Contains(kind) && model.Moments[i].About.IsAssigned)
            {
                yield return Fault(Codes.AboutNothing, where, $"A moment of the kind {kind} is about nothing more, so that this rule never counts; leave out what it is about.");
            }

            if (!earlier.Add((model.Moments[i].Kind, model.Moments[i].About)))
            {
                yield return Fault(Codes.MomentRepeated, where, $"An earlier rule says the kind {model.Moments[i].Kind} and the same about it, so that this one never counts.");
            }
        }
    }

    private static IEnumerable<ExperienceFault> Surveys(ExperienceModel model)
    {
        var earlier = new HashSet<(FactCode Fact, FactCode Answer)>();
        for (var i = 0; i < model.Surveys.Length; i++)
        {
            var (scale, where) = (model.Surveys[i], FormattableString.Invariant($"surveys[{i}]"));
            if (scale.Worst == scale.Best)
            {
                yield return Fault(Codes.ScaleFlat, where, $"The worst answer and the best one are both {scale.Worst}; they differ.");
            }

            if (!earlier.Add((scale.Fact, scale.Answer)))
            {
                yield return Fault(Codes.ScaleRepeated, where, $"An earlier scale reads {scale.Answer} of {scale.Fact}, so that this one never counts.");
            }
        }
    }

    private static ExperienceFault Fault(string code, string where, FormattableString sentence) =>
        new() { Code = code, Where = where, Sentence = FormattableString.Invariant(sentence) };
}
