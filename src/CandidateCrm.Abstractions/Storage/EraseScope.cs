namespace CandidateCrm.Storage;

/// <summary>How much is erased.</summary>
public enum EraseScope
{
    /// <summary>The personal parts of all events, also of those that wait in the inbox; no verdict, count or hash changes.</summary>
    PersonalParts,

    /// <summary>The whole relationship: state, checkpoints, timeline, effects, rows of lists, the candidate's claims, facts that wait in the inbox.</summary>
    Everything,
}
