using System.Collections.Immutable;
using CandidateCrm.Timeline;
using Codes = CandidateCrm.Engagement.ExperienceFaultCodes;

namespace CandidateCrm.Engagement;

/// <summary>Says what is wrong with a model of experience, every fault at once.</summary>
public static class ExperienceReview
{
    /// <summary>Lists the faults in the order in which the model is read; empty for a model that can be published. An engine takes any: of two rules that fit, the first counts.</summary>
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
    }

    private static IEnumerable<ExperienceFault> Moments(ExperienceModel model)
    {
        var earlier = new HashSet<(MomentKind Kind, FactCode About)>();
        for (var i = 0; i < model.Moments.Length; i++)
        {
            if (!earlier.Add((model.Moments[i].Kind, model.Moments[i].About)))
            {
                yield return Fault(Codes.MomentRepeated, FormattableString.Invariant($"moments[{i}]"), $"An earlier rule says the kind {model.Moments[i].Kind} and the same about it, so that this one never counts.");
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
