namespace CandidateCrm.Engagement;

/// <summary>What moved a score from one band to another.</summary>
public enum BandChangeCause
{
    /// <summary>A touchpoint that counts happened at that very instant.</summary>
    Touchpoint = 0,

    /// <summary>Nothing happened at that instant; time passed.</summary>
    Decay = 1,
}
