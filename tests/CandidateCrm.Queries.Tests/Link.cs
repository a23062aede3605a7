namespace CandidateCrm.Queries.Tests;

internal sealed class Link
{
    public int Id { get; set; }

    public string? Page { get; set; }

    public int? Rank { get; set; }
}
