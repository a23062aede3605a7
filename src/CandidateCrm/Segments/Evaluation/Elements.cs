using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The items of a list, without allocation for the lists that hosts use; a missing list has none.</summary>
internal static class Elements
{
    internal static ReadOnlySpan<T> Of<T>(IReadOnlyList<T>? list) => list switch
    {
        null => default,
        T[] array => array,
        CarriedItems<T> carried => carried.Open,
        List<T> items => CollectionsMarshal.AsSpan(items),
        ImmutableArray<T> items => items.IsDefault ? default : items.AsSpan(),
        _ => list.ToArray(),
    };
}
