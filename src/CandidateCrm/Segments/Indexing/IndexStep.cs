namespace CandidateCrm.Segments.Indexing;

/// <summary>One condition or group of a program: which rows of a table it holds for.</summary>
internal abstract class IndexStep
{
    /// <summary>Gets a value indicating whether it asks one row after the other instead of columns.</summary>
    internal virtual bool IsRowByRow => false;

    /// <summary>Writes the rows; the bits are zero before.</summary>
    internal abstract void Run(IndexFrame frame, Span<ulong> bits);
}
