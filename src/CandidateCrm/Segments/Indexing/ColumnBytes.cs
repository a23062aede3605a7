using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>How many bytes arrays take.</summary>
internal static class ColumnBytes
{
    /// <summary>What an object costs beside what is in it.</summary>
    internal const int OfObject = 24;

    internal static long Of<T>(T[]? items) => items is null ? 0 : OfObject + ((long)items.Length * Unsafe.SizeOf<T>());
}
