using System.Collections.Frozen;

namespace CandidateCrm.Lifecycle;

/// <summary>Finds keys of any type by their own equality.</summary>
internal sealed class AnyLookup<T>(IReadOnlyList<T> keys) : KeyLookup<T>
    where T : notnull
{
    private readonly FrozenDictionary<T, uint> _numbers = keys.Index().ToFrozenDictionary(pair => pair.Item, pair => (uint)pair.Index);

    internal override uint NumberOf(T key) => _numbers.TryGetValue(key, out var number) ? number : TextTable.Missing;
}
