namespace CandidateCrm.Engagement;

/// <summary>What can be wrong with a model of experience. They never change.</summary>
public static class ExperienceFaultCodes
{
    /// <summary>The worst answer of a survey is its best one, too, so that no answer says anything.</summary>
    public const string ScaleFlat = "experience.scale_flat";

    /// <summary>Two rules say the same kind of moment and the same about it, so that one of them never counts.</summary>
    public const string MomentRepeated = "experience.moment_repeated";

    /// <summary>A rule names a kind of moment that no timeline has, so that it never counts.</summary>
    public const string MomentKindUnknown = "experience.moment_kind_unknown";

    /// <summary>A rule says how good or bad an answer to a survey is, though the scale of the survey says that.</summary>
    public const string MomentOfSurvey = "experience.moment_of_survey";

    /// <summary>A rule says what a moment is about, though moments of that kind are about nothing.</summary>
    public const string AboutNothing = "experience.about_nothing";

    /// <summary>A rule is about an expectation or a reason that the same rules do not have, so that it never counts.</summary>
    public const string AboutUnknown = "experience.about_unknown";

    /// <summary>There is neither a rule nor a scale, so that nothing of a timeline counts.</summary>
    public const string Empty = "experience.empty";

    /// <summary>Two scales read the same answer of the same fact, so that one of them never counts.</summary>
    public const string ScaleRepeated = "experience.scale_repeated";

    /// <summary>Peak, end and mean weigh more than 1 together, so that an experience could lie beyond -100 and 100.</summary>
    public const string Overweight = "experience.overweight";

    /// <summary>Peak, end and mean weigh nothing, so that every experience is 0.</summary>
    public const string Weightless = "experience.weightless";
}
