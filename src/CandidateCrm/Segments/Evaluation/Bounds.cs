using System.Runtime.CompilerServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Two bounds, both included, in either order.</summary>
internal static class Bounds
{
    /// <summary>Returns on which side of two bounds a value lies, from how it compares with each.</summary>
    internal static int Side(int toOne, int toOther) => Hold(toOne, toOther) ? 0 : toOne;

    /// <summary>Says whether a value lies between two bounds, whichever of them is the larger, from how it compares with each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Hold(int toOne, int toOther) => (toOne >= 0 && toOther <= 0) || (toOne <= 0 && toOther >= 0);
}
