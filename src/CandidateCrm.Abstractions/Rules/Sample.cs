namespace CandidateCrm.Rules;

/// <summary>A sample of a tenant's candidates: the same ones each time, spread evenly by a hash of their ids.</summary>
public sealed record Sample
{
    private Sample(int size) => Size = size;

    /// <summary>Gets the largest number of candidates.</summary>
    public int Size { get; }

    /// <summary>Takes a number of candidates: 1 to 1,000,000.</summary>
    public static Sample Of(int size) =>
        size is >= 1 and <= 1_000_000
            ? new Sample(size)
            : throw new ArgumentOutOfRangeException(nameof(size), size, "A sample has 1 to 1,000,000 candidates.");
}
