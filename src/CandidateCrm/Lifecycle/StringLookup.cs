namespace CandidateCrm.Lifecycle;

/// <summary>Finds strings, compared ordinally.</summary>
internal sealed class StringLookup(TextTable table) : KeyLookup<string>
{
    internal override uint NumberOf(string key) => table.NumberOf(key);
}
