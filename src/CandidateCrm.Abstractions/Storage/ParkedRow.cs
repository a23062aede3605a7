using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>A queue row that failed too often and waits for a person.</summary>
public sealed record ParkedRow
{
    /// <summary>Gets the queue.</summary>
    public required ParkedQueue Queue { get; init; }

    /// <summary>Gets whose it is.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the effect's key as text; empty for the inbox, where all waiting facts of a candidate are one row.</summary>
    public string Item { get; init; } = string.Empty;

    /// <summary>Gets how often it failed.</summary>
    public required int Attempts { get; init; }

    /// <summary>Gets the code of the last failure.</summary>
    public required string LastError { get; init; }
}
