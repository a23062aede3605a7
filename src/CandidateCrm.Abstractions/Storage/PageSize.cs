namespace CandidateCrm.Storage;

/// <summary>How many rows a page of a list has.</summary>
internal static class PageSize
{
    private const int Most = 1_000;

    /// <summary>Returns the size that was asked for, or throws.</summary>
    internal static int Checked(int size, string parameter) =>
        size is >= 1 and <= Most ? size : throw new ArgumentOutOfRangeException(parameter, size, "A page has 1 to 1,000 rows.");
}
