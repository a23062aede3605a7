namespace CandidateCrm.Segments.Indexing;

/// <summary>Rows whose code is one of many that do not lie together.</summary>
internal static class CodeSets
{
    /// <summary>So many runs of codes are compared as vectors; looking up each row costs about as much.</summary>
    internal const int MostRuns = 8;

    internal static void AddRest(Codes codes, bool[] wanted, Span<ulong> bits)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            bits[row >> 6] |= wanted[codes[row]] ? 1UL << row : 0;
        }
    }
}
