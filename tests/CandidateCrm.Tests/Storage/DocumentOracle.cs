namespace CandidateCrm.Tests.Storage;

/// <summary>The documents of one tenant, slow and obvious: every row is looked at for every claim.</summary>
internal sealed class DocumentOracle
{
    private readonly Dictionary<string, (long Revision, Instant? DueAt, Instant HeldUntil)> _rows = new(StringComparer.Ordinal);

    internal long RevisionOf(string name) => _rows.GetValueOrDefault(name).Revision;

    internal Instant? DueAt(string name) => _rows[name].DueAt;

    internal string[] Names => [.. _rows.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Writes a document; the holder's commit gives it back where it moves its due time.</summary>
    internal void Put(string name, Instant? dueAt, bool isHolders)
    {
        var old = _rows.GetValueOrDefault(name, (0, null, Instant.MinValue));
        var heldUntil = isHolders && old.DueAt != dueAt ? Instant.MinValue : old.HeldUntil;
        _rows[name] = (old.Revision + 1, dueAt, heldUntil);
    }

    internal void Remove(string name) => _rows.Remove(name);

    internal void Release(string name) => _rows[name] = _rows[name] with { HeldUntil = Instant.MinValue };

    internal void Renew(string name, Instant until) => _rows[name] = _rows[name] with { HeldUntil = until };

    internal string[] Claim(Instant now, int max, Duration lease)
    {
        string[] claimed =
        [
            .. _rows.Where(r => r.Value.DueAt <= now && r.Value.HeldUntil <= now)
                .OrderBy(r => r.Value.DueAt).ThenBy(r => r.Key, StringComparer.Ordinal).Take(max).Select(r => r.Key),
        ];
        foreach (var name in claimed)
        {
            _rows[name] = _rows[name] with { HeldUntil = now + lease };
        }

        return claimed;
    }
}
