namespace CandidateCrm.Applications;

/// <summary>Why openings are closed, for hosts that have no codes of their own. Any other code serves as well.</summary>
public static class CloseReasons
{
    /// <summary>Gets the reason that somebody was found for each opening.</summary>
    public static ReasonCode Filled { get; } = ReasonCode.From("filled");

    /// <summary>Gets the reason that the work is not needed, or not paid for, any more.</summary>
    public static ReasonCode Cancelled { get; } = ReasonCode.From("cancelled");

    /// <summary>Gets the reason that it was put off for so long that nobody is to wait for it.</summary>
    public static ReasonCode PutOff { get; } = ReasonCode.From("put-off");

    /// <summary>Gets the reason that another requisition has the openings now.</summary>
    public static ReasonCode Merged { get; } = ReasonCode.From("merged");
}
