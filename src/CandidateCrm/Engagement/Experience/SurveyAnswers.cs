using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>Reads answers to surveys out of custom facts.</summary>
internal static class SurveyAnswers
{
    /// <summary>Returns the first scale that fits a fact, with the answer; null for a fact that is none.</summary>
    internal static (SurveyScale Scale, decimal Answer)? Of(ExperienceModel model, CustomFact custom)
    {
        foreach (var scale in model.Surveys)
        {
            if (scale.Fact == custom.Code && Find(custom, scale.Answer) is { Type: AttributeType.Number } answer)
            {
                return (scale, answer.AsNumber);
            }
        }

        return null;
    }

    /// <summary>Notes what counts otherwise than whoever told it may think: an answer that is no number, and one beyond its scale.</summary>
    internal static void Review(FoldPass pass, CustomFact custom)
    {
        var model = pass.Rules.Rules.Experience ?? ExperienceModel.Default;
        if (Of(model, custom) is var (scale, answer))
        {
            Note(pass, FindingCodes.SurveyAnswerOffScale, scale, !scale.Holds(answer));
            return;
        }

        foreach (var each in model.Surveys)
        {
            Note(pass, FindingCodes.SurveyAnswerInvalid, each, each.Fact == custom.Code && Find(custom, each.Answer) is not null);
        }
    }

    /// <summary>Returns the value of an attribute; null where the fact has none.</summary>
    internal static AttributeValue? Find(CustomFact custom, FactCode name)
    {
        foreach (var field in custom.Attributes)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    // The answer itself is what a person said of us, and stays out of findings.
    private static void Note(FoldPass pass, string code, SurveyScale scale, bool isSo)
    {
        if (isSo)
        {
            pass.Note(code, $"{scale.Fact}:{scale.Answer}");
        }
    }
}
