using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Models of experience: how good or bad moments are, and what peak, end and mean weigh.</summary>
internal static class ExperienceShape
{
    private static readonly DecimalShape Weight = new(0, 1, ExperienceBounds.Weight);
    private static readonly DecimalShape Answer = new(-ScoreBounds.LargestLimit, ScoreBounds.LargestLimit, ExperienceBounds.Answer);

    private static ObjectShape<MomentRule> Moment { get; } = new(table =>
    {
        var kind = table.Must("kind", Texts.Code<MomentKind>("A kind of moment"), rule => rule.Kind, "The kind of moment.");
        var about = table.May("about", Texts.Code<FactCode>("What a moment is about"), rule => rule.About, "What it is about: the key of an expectation or the reason of an ending; whatever it is where this is left out.");
        var valence = table.Maybe("valence", new DecimalShape(-ExperienceBounds.Extreme, ExperienceBounds.Extreme, ExperienceBounds.Valence), rule => rule.Valence, "How good or bad it is; such a moment does not count where this is left out.");
        return (values, _) => new MomentRule { Kind = values.Of(kind), About = values.Of(about), Valence = values.Of(valence) };
    });

    private static ObjectShape<SurveyScale> Survey { get; } = new(table =>
    {
        var fact = table.Must("fact", Texts.Code<FactCode>("The code of a custom fact"), scale => scale.Fact, "The code of the custom fact.");
        var answer = table.Must("answer", Texts.Code<FactCode>("The name of an attribute"), scale => scale.Answer, "The attribute that holds the answer, a number.");
        var worst = table.Must("worst", Answer, scale => scale.Worst, "The answer that could not be worse.");
        var best = table.Must("best", Answer, scale => scale.Best, "The answer that could not be better.");
        return (values, _) => new SurveyScale { Fact = values.Of(fact), Answer = values.Of(answer), Worst = values.Of(worst), Best = values.Of(best) };
    });

    internal static DefinitionOf<ExperienceModel> Shape { get; } = new(DefinitionKind.Experience, Definition.Of, table =>
    {
        var key = table.Must("key", Texts.Code<ExperienceKey>("The key of a model of experience"), model => model.Key, "The key of the model.");
        var version = table.Version(model => model.Version);
        var peak = table.May("peakWeight", Weight, model => model.PeakWeight, "What the strongest moment weighs; one half where it is left out.", otherwise: 0.5m);
        var end = table.May("endWeight", Weight, model => model.EndWeight, "What the last moment weighs; one half where it is left out.", otherwise: 0.5m);
        var mean = table.May("meanWeight", Weight, model => model.MeanWeight, "What the mean of all moments weighs; nothing where it is left out.", otherwise: 0m);
        var moments = table.List("moments", new ListShape<MomentRule>(Moment), model => model.Moments, "How good or bad the moments of a timeline are; a kind that is not named does not count.");
        var surveys = table.List("surveys", new ListShape<SurveyScale>(Survey), model => model.Surveys, "Which custom facts are answers to surveys.");
        return (values, _) => new ExperienceModel
        {
            Key = values.Of(key),
            Version = values.Of(version),
            PeakWeight = values.Of(peak),
            EndWeight = values.Of(end),
            MeanWeight = values.Of(mean),
            Moments = values.Of(moments),
            Surveys = values.Of(surveys),
        };
    });
}
