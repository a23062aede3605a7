using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>One row of a list over many relationships. A commit replaces all rows of a candidate in the lists of the state, and adds to or takes from the lists that grow.</summary>
public sealed record IndexRow
{
    /// <summary>Gets the list, one of <see cref="IndexNames"/>.</summary>
    public required string Index { get; init; }

    /// <summary>Gets the candidate.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets what the list is sorted by first, for example microseconds of a due time.</summary>
    public required long Sort { get; init; }

    /// <summary>Gets what the row is about, such as a promise's key; ids and keys only. Empty where there is one row a candidate.</summary>
    public string Item { get; init; } = string.Empty;
}
