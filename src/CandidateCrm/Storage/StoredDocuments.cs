using System.Collections.Immutable;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The documents of one tenant, by kind and name, and the line of those that are due. Guarded by the tenant's lock.</summary>
internal sealed class StoredDocuments
{
    private readonly Lock _gate;
    private readonly Fences _fences;
    private readonly TenantTurns _turns;
    private readonly TenantTurn _turn;
    private readonly DueLine _due = new(orderIsDue: true);
    private readonly Dictionary<(string Kind, string Name), StoredDocument> _all = [];
    private readonly Dictionary<string, SortedSet<string>> _names = new(StringComparer.Ordinal);

    internal StoredDocuments(TenantPartition tenant, TenantId name, Lock gate, TenantTurns turns, Fences fences)
    {
        _gate = gate;
        _fences = fences;
        _turns = turns;
        _turn = new TenantTurn(tenant, name.Value);
    }

    internal IReadOnlyList<TenantDocument> Read(DocumentQuery query)
    {
        lock (_gate)
        {
            if (query.Name is { } name)
            {
                var isWanted = query.After is null || string.CompareOrdinal(name, query.After) > 0;
                return isWanted && _all.TryGetValue((query.Kind, name), out var one) ? [one.Document] : [];
            }

            return _names.TryGetValue(query.Kind, out var names) ? [.. Page(names, query.After).Take(query.Max).Select(n => _all[(query.Kind, n)].Document)] : [];
        }
    }

    internal ClaimedDocument? Take(Instant now, Duration lease, out bool more)
    {
        lock (_gate)
        {
            ClaimedDocument? taken = null;
            if (_due.TryPeek(now, out var ticket))
            {
                ticket.Hold(_fences.Next(), now + lease);
                _due.Put(ticket, ticket.Order, ticket.HeldUntil);
                taken = _all[(ticket.First, ticket.Second)].Claimed();
            }

            more = _due.TryPeek(now, out _);
            Announce();
            return taken;
        }
    }

    internal bool Renew(DocumentLease lease, Instant until)
    {
        lock (_gate)
        {
            return FindHeld(lease) is { } held && Requeue(held, () => held.Ticket.Hold(lease.Fence, until));
        }
    }

    internal bool Release(DocumentLease lease)
    {
        lock (_gate)
        {
            return FindHeld(lease) is { } held && Requeue(held, held.Ticket.GiveBack);
        }
    }

    /// <summary>Says whether nobody else got the document since. Called under the tenant's lock.</summary>
    internal bool IsHeld(DocumentLease lease) => FindHeld(lease) is not null;

    /// <summary>Returns the documents of a commit that have another revision. Called under the tenant's lock.</summary>
    internal ImmutableArray<DocumentKey> Conflicts(ImmutableArray<DocumentChange> changes)
    {
        List<DocumentKey>? conflicts = null;
        foreach (var change in changes)
        {
            var revision = Find(change.Next.Key)?.Document.Revision ?? 0;
            if (revision != change.ExpectedRevision)
            {
                (conflicts ??= []).Add(change.Next.Key);
            }
        }

        return conflicts is null ? [] : [.. conflicts];
    }

    /// <summary>
    /// Writes the documents of a commit. A lease of somebody else stays: its holder finds the other revision when it commits. Called under the
    /// tenant's lock.
    /// </summary>
    internal void Write(ImmutableArray<DocumentChange> changes, DocumentLease? lease)
    {
        foreach (var change in changes)
        {
            if (change.Remove)
            {
                Remove(change.Next.Key);
            }
            else
            {
                Put(change.Next with { Revision = change.ExpectedRevision + 1 }, isHolders: lease?.Document == change.Next.Key);
            }
        }

        Announce();
    }

    private static IEnumerable<string> Page(SortedSet<string> names, string? after)
    {
        var last = names.Max!;
        return after is null ? names
            : string.CompareOrdinal(after, last) >= 0 ? []
            : names.GetViewBetween(after, last).Where(n => !string.Equals(n, after, StringComparison.Ordinal));
    }

    private StoredDocument? Find(DocumentKey key) => _all.GetValueOrDefault((key.Kind, key.Name));

    private StoredDocument? FindHeld(DocumentLease lease) =>
        Find(lease.Document) is { } stored && stored.Ticket.IsHeldUnder(lease.Fence) ? stored : null;

    private void Put(TenantDocument document, bool isHolders)
    {
        var key = document.Key;
        if (Find(key) is not { } stored)
        {
            stored = new StoredDocument(document);
            _all.Add((key.Kind, key.Name), stored);
            NamesOf(key.Kind).Add(key.Name);
        }
        else if (isHolders && stored.Document.DueAt != document.DueAt)
        {
            stored.Ticket.GiveBack();
        }

        stored.Document = document;
        PutInLine(stored);
    }

    private void PutInLine(StoredDocument stored)
    {
        if (stored.Document.DueAt is { } dueAt)
        {
            _due.Put(stored.Ticket, dueAt, stored.Ticket.Fence == 0 ? null : stored.Ticket.HeldUntil);
        }
        else
        {
            _due.Remove(stored.Ticket);
        }
    }

    private void Remove(DocumentKey key)
    {
        _all.Remove((key.Kind, key.Name), out var stored);
        _due.Remove(stored!.Ticket);
        var names = NamesOf(key.Kind);
        names.Remove(key.Name);
        if (names.Count == 0)
        {
            _names.Remove(key.Kind);
        }
    }

    private bool Requeue(StoredDocument stored, Action change)
    {
        change();
        PutInLine(stored);
        Announce();
        return true;
    }

    private SortedSet<string> NamesOf(string kind)
    {
        if (!_names.TryGetValue(kind, out var names))
        {
            names = new SortedSet<string>(StringComparer.Ordinal);
            _names.Add(kind, names);
        }

        return names;
    }

    private void Announce() => _turns.Set(_turn, _due.ReadyAt);
}
