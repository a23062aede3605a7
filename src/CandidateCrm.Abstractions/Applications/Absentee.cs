namespace CandidateCrm.Applications;

/// <summary>Who did not come to an interview.</summary>
public enum Absentee
{
    /// <summary>The candidate did not.</summary>
    Candidate,

    /// <summary>Nobody of us did.</summary>
    Us,
}
