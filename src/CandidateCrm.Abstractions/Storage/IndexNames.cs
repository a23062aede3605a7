namespace CandidateCrm.Storage;

/// <summary>The lists over many relationships.</summary>
public static class IndexNames
{
    /// <summary>One row for every relationship, sorted by candidate.</summary>
    public const string Candidates = "candidates";

    /// <summary>One row for every promise that is open, or broken and not fulfilled, sorted by due time.</summary>
    public const string Promises = "promises";
}
