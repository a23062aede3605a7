namespace CandidateCrm.Storage;

/// <summary>The candidates of one tenant with something parked in one queue, in ordinal order. The tenant's lock guards it.</summary>
internal sealed class ParkedCandidates
{
    private readonly SortedSet<string> _candidates = new(StringComparer.Ordinal);

    internal void Add(string candidate) => _candidates.Add(candidate);

    internal bool Remove(string candidate) => _candidates.Remove(candidate);

    internal bool Contains(string candidate) => _candidates.Contains(candidate);

    /// <summary>Returns the candidates from one on, itself included; all for null.</summary>
    internal IEnumerable<string> From(string? first) =>
        first is null ? _candidates
        : _candidates.Max is { } last && string.CompareOrdinal(first, last) <= 0 ? _candidates.GetViewBetween(first, last)
        : [];
}
