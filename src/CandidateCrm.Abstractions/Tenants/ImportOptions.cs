namespace CandidateCrm.Tenants;

/// <summary>How an import goes about its work.</summary>
public sealed record ImportOptions
{
    /// <summary>Gets how many facts are read before they are sorted by candidate and folded: 1 to 100,000; 5,000 by default. Memory grows with it.</summary>
    public int PageSize
    {
        get;
        init => field = value is >= 1 and <= 100_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A page of an import has 1 to 100,000 facts.");
    } = 5_000;

    /// <summary>Gets how many facts at the beginning are passed over because an earlier import committed them; 0 by default. Without it they are recognised as repeats.</summary>
    public long Skip
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An import skips 0 or more facts.");
    }

    /// <summary>Gets the largest number of refusals that are kept in the report, the first ones: 0 to 10,000; 100 by default. All are counted.</summary>
    public int KeptRefusals
    {
        get;
        init => field = value is >= 0 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A report keeps 0 to 10,000 refusals.");
    } = 100;
}
