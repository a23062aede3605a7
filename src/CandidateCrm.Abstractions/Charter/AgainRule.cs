namespace CandidateCrm.Charter;

/// <summary>What a further trigger does while a promise about the same subject is open or paused.</summary>
public enum AgainRule
{
    /// <summary>It opens another promise beside it.</summary>
    Another,

    /// <summary>It ends the one that runs as void and starts anew, so that the last trigger counts.</summary>
    Restart,
}
