using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>
/// One tenant's candidates with waiting facts, longest waiting first. Those that are held or are to be tried later stand aside in an order
/// of their own, so taking costs what is taken and not what waits. The tenant's lock guards it.
/// </summary>
internal sealed class WaitingLine
{
    private readonly SortedSet<WaitingFacts> _open = new(Comparer<WaitingFacts>.Create((a, b) => a.Order.CompareTo(b.Order)));
    private readonly SortedSet<WaitingFacts> _aside = new(Comparer<WaitingFacts>.Create(CompareAside));

    /// <summary>Gets the first instant at which something could be taken, or null.</summary>
    internal Instant? ReadyAt => _open.Count > 0 ? Instant.MinValue : _aside.Min?.WaitsUntil;

    /// <summary>Puts a candidate in line, or to another place in it.</summary>
    internal void Put(WaitingFacts waiting, Instant? until)
    {
        Remove(waiting);
        waiting.Order = waiting.Arrival;
        waiting.WaitsUntil = until ?? Instant.MinValue;
        waiting.Place = until is null ? TicketPlace.Open : TicketPlace.Aside;
        (until is null ? _open : _aside).Add(waiting);
    }

    /// <summary>Takes a candidate out of the line; one that is not in it is left alone.</summary>
    internal void Remove(WaitingFacts waiting)
    {
        if (waiting.Place != TicketPlace.Nowhere)
        {
            (waiting.Place == TicketPlace.Open ? _open : _aside).Remove(waiting);
            waiting.Place = TicketPlace.Nowhere;
        }
    }

    /// <summary>Finds the candidate whose turn it is, without taking it.</summary>
    internal bool TryPeek(Instant now, [NotNullWhen(true)] out WaitingFacts? waiting)
    {
        while (_aside.Min is { } late && late.WaitsUntil <= now)
        {
            Put(late, until: null);
        }

        waiting = _open.Min;
        return waiting is not null;
    }

    private static int CompareAside(WaitingFacts a, WaitingFacts b)
    {
        var order = a.WaitsUntil.CompareTo(b.WaitsUntil);
        return order != 0 ? order : a.Order.CompareTo(b.Order);
    }
}
