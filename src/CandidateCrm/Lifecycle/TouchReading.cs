namespace CandidateCrm.Lifecycle;

/// <summary>What a touchpoint means for the phase of a relationship.</summary>
internal enum TouchReading
{
    /// <summary>Nothing: a machine did it, or a message could not be delivered.</summary>
    Nothing,

    /// <summary>We turned to the candidate.</summary>
    Outreach,

    /// <summary>The candidate looked without speaking to us.</summary>
    Interest,

    /// <summary>The candidate spoke to us, or both spoke to each other.</summary>
    Conversation,
}
