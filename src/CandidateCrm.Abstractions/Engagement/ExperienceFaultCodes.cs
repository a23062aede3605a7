namespace CandidateCrm.Engagement;

/// <summary>What can be wrong with a model of experience. They never change.</summary>
public static class ExperienceFaultCodes
{
    /// <summary>The worst answer of a survey is its best one, too, so that no answer says anything.</summary>
    public const string ScaleFlat = "experience.scale_flat";

    /// <summary>Two rules say the same kind of moment and the same about it, so that one of them never counts.</summary>
    public const string MomentRepeated = "experience.moment_repeated";

    /// <summary>Two scales read the same answer of the same fact, so that one of them never counts.</summary>
    public const string ScaleRepeated = "experience.scale_repeated";

    /// <summary>Peak, end and mean weigh nothing, so that every experience is 0.</summary>
    public const string Weightless = "experience.weightless";
}
