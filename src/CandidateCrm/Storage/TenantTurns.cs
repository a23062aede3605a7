using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>
/// Lets tenants take turns at one queue: one ticket each and round, going on after the tenant that was served last, and at most a fifth
/// of a claim for one tenant while others wait. Knows only the tenants that have something in line, by when it is due.
/// </summary>
internal sealed class TenantTurns
{
    private readonly Lock _gate = new();
    private readonly SortedSet<TenantTurn> _line = new(Comparer<TenantTurn>.Create(Compare));
    private string _servedLast = string.Empty;

    /// <summary>Says from when on a tenant has something to take. Called under that tenant's lock.</summary>
    internal void Set(TenantTurn turn, Instant? readyAt)
    {
        if (turn.ReadyAt == readyAt)
        {
            return;
        }

        lock (_gate)
        {
            if (turn.ReadyAt is not null)
            {
                _line.Remove(turn);
            }

            turn.ReadyAt = readyAt;
            if (readyAt is not null)
            {
                _line.Add(turn);
            }
        }
    }

    /// <summary>Takes up to so many tickets, tenants in turn.</summary>
    internal List<T> Take<T>(Instant now, int most, TakeOne<T> takeOne)
        where T : class
    {
        var taken = new List<T>();
        var waiting = DueAt(now);
        var share = Math.Max(1, most / 5);
        for (var round = 0; waiting.Count > 0 && taken.Count < most && (waiting.Count == 1 || round < share); round++)
        {
            waiting = TakeRound(waiting, taken, most, now, takeOne);
        }

        return taken;
    }

    private List<TenantTurn> TakeRound<T>(List<TenantTurn> waiting, List<T> taken, int most, Instant now, TakeOne<T> takeOne)
        where T : class
    {
        var still = new List<TenantTurn>(waiting.Count);
        foreach (var turn in waiting)
        {
            if (taken.Count == most)
            {
                break;
            }

            if (takeOne(turn.Tenant, now, out var more) is { } ticket)
            {
                taken.Add(ticket);
                lock (_gate)
                {
                    _servedLast = turn.Name;
                }
            }

            if (more)
            {
                still.Add(turn);
            }
        }

        return still;
    }

    private List<TenantTurn> DueAt(Instant now)
    {
        lock (_gate)
        {
            var due = new List<TenantTurn>();
            foreach (var turn in _line)
            {
                if (turn.ReadyAt > now)
                {
                    break;
                }

                due.Add(turn);
            }

            due.Sort((a, b) => CompareInRing(a.Name, b.Name));
            return due;
        }
    }

    private int CompareInRing(string a, string b)
    {
        var after = string.CompareOrdinal(a, _servedLast) > 0;
        return after == string.CompareOrdinal(b, _servedLast) > 0 ? string.CompareOrdinal(a, b) : after ? -1 : 1;
    }

    private static int Compare(TenantTurn a, TenantTurn b)
    {
        var order = a.ReadyAt.GetValueOrDefault().CompareTo(b.ReadyAt.GetValueOrDefault());
        return order != 0 ? order : string.CompareOrdinal(a.Name, b.Name);
    }
}
