using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>Finds codes by their text.</summary>
internal sealed class CodeLookup<T>(TextTable table) : KeyLookup<T>
    where T : struct, IHostText<T>
{
    internal static KeyNumbering<T> Numbering(IReadOnlyList<T> keys) =>
        new(new CodeLookup<T>(new TextTable([.. keys.Select(key => key.Value)])), keys.Count);

    internal override uint NumberOf(T key) => key.IsAssigned
        ? table.NumberOf(key.Value)
        : throw new ArgumentException("A state must be assigned.", nameof(key));
}
