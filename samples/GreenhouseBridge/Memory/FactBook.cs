using CandidateCrm.Timeline;

namespace GreenhouseBridge.Memory;

/// <summary>Which facts the bridge has on one candidate's timeline. A fact that was taken back never comes back under its old id.</summary>
internal sealed class FactBook
{
    private readonly Dictionary<EventId, EventId> _standing = [];
    private readonly Dictionary<EventId, int> _taken = [];

    internal bool Stands(EventId natural) => _standing.ContainsKey(natural);

    /// <summary>Returns the facts that stand and are not wanted: natural id and the id under which each was told.</summary>
    internal IReadOnlyList<(EventId Natural, EventId Told)> NotIn(IReadOnlySet<EventId> wanted) =>
        [.. _standing.Where(pair => !wanted.Contains(pair.Key)).Select(pair => (pair.Key, pair.Value))];

    /// <summary>Returns the id under which a fact is to be told now.</summary>
    internal EventId IdFor(EventId natural) => _taken.TryGetValue(natural, out var times) ? EventId.From($"{natural}.{times + 1}") : natural;

    internal void Told(EventId natural, EventId told) => _standing[natural] = told;

    internal void TakenBack(EventId natural)
    {
        _standing.Remove(natural);
        _taken[natural] = _taken.GetValueOrDefault(natural) + 1;
    }
}
