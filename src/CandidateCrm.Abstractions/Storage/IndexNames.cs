namespace CandidateCrm.Storage;

/// <summary>The lists over many relationships.</summary>
public static class IndexNames
{
    /// <summary>One row for every relationship, sorted by candidate.</summary>
    public const string Candidates = "candidates";

    /// <summary>One row for every promise that is open, or broken and not fulfilled, sorted by due time.</summary>
    public const string Promises = "promises";

    /// <summary>One row for every promise that stands still, sorted by since when; the item is its key as text.</summary>
    public const string PausedPromises = "paused_promises";

    /// <summary>One row for everybody of whom a broken promise has ended, fulfilled or void, sorted by when the last one did.</summary>
    public const string LatePromises = "late_promises";

    /// <summary>One row for every live application, sorted by since when it is in its present stage, or by when it was submitted; the item is the application.</summary>
    public const string Applications = "applications";

    /// <summary>
    /// One row for every feedback that an interviewer of a live application owes, sorted by when the interview was held; the item is application, interview
    /// and person, with tabs between.
    /// </summary>
    public const string MissingFeedback = "missing_feedback";
    /// One row for every live application whose requisition is known, sorted by a number made of the requisition, so that those of one stand together;
    /// the item is requisition and application, with a tab between. Two requisitions may have the same number.
    public const string RequisitionApplications = "requisition-applications";

    /// <summary>One row for every task that somebody still has to do, sorted by due time; the item is its key as text.</summary>
    public const string Tasks = "tasks";

    /// <summary>One row for every finding that is true, sorted by when; the item is code, subject and event id, with tabs between. It grows with the timeline.</summary>
    public const string Findings = "findings";

    /// <summary>One row for every feature that failed, sorted by when; the item is feature, definition and code, with tabs between.</summary>
    public const string Faults = "faults";

    /// <summary>Names the list of one kept segment: one row for everybody who is in it, sorted by since when.</summary>
    public static string MembersOf(Segments.SegmentKey segment) => $"segment/{segment.Value}";
}
