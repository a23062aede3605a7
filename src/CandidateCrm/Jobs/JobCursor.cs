using CandidateCrm.Candidates;
using CandidateCrm.Storage;

namespace CandidateCrm.Jobs;

/// <summary>The row of its list after which a job goes on.</summary>
internal sealed record JobCursor
{
    public required long Sort { get; init; }

    public required CandidateId Candidate { get; init; }

    public string? Item { get; init; }

    internal static JobCursor Of(IndexRow row) => new() { Sort = row.Sort, Candidate = row.Candidate, Item = row.Item.Length == 0 ? null : row.Item };

    internal IndexRow In(string index) => new() { Index = index, Sort = Sort, Candidate = Candidate, Item = Item ?? string.Empty };
}
