namespace CandidateCrm.Lifecycle;

/// <summary>Finds the number of a key that is not a compact enum.</summary>
internal abstract class KeyLookup<T>
{
    /// <summary>Returns the number of the key, or <see cref="TextTable.Missing"/>.</summary>
    internal abstract uint NumberOf(T key);
}
