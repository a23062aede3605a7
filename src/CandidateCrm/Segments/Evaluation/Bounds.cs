using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Two bounds, both included, in either order.</summary>
internal static class Bounds
{
    /// <summary>Says whether a value lies between two bounds, whichever of them is the larger, from how it compares with each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Hold(int toOne, int toOther) => (toOne >= 0 && toOther <= 0) || (toOne <= 0 && toOther >= 0);
}
