namespace CandidateCrm.Timeline;

/// <summary>What a touchpoint from us says of itself: whether it tells the candidate how their application ended.</summary>
public enum TouchAnswer
{
    /// <summary>It says nothing of itself.</summary>
    Unsaid,

    /// <summary>It tells that the application has ended.</summary>
    Ending,

    /// <summary>It is about something else, such as an acknowledgement or the date of an interview, also where a person wrote it.</summary>
    Other,
}
