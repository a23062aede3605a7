namespace CandidateCrm.Engagement;

/// <summary>What a term of an experience stands for.</summary>
public enum ExperienceTermKind
{
    /// <summary>The strongest moment.</summary>
    Peak = 0,

    /// <summary>The last moment.</summary>
    End = 1,

    /// <summary>The mean of all moments.</summary>
    Mean = 2,
}
