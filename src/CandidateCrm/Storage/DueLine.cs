using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>
/// One tenant's line of tickets, oldest first. Tickets that wait for an instant stand aside in an order of their own, so taking costs what
/// is due and not what exists. The tenant's lock guards it.
/// </summary>
internal sealed class DueLine
{
    private static readonly Comparer<Ticket> ByOrder = Comparer<Ticket>.Create((a, b) => Compare(a, a.Order, b, b.Order));
    private static readonly Comparer<Ticket> ByWait = Comparer<Ticket>.Create((a, b) => Compare(a, a.WaitsUntil, b, b.WaitsUntil));

    private readonly SortedSet<Ticket> _open = new(ByOrder);
    private readonly SortedSet<Ticket> _aside = new(ByWait);
    private readonly bool _orderIsDue;

    /// <summary>Initializes a line.</summary>
    /// <param name="orderIsDue">Whether a ticket may be taken only from the instant of its order on, as alarms are.</param>
    internal DueLine(bool orderIsDue) => _orderIsDue = orderIsDue;

    /// <summary>Gets the first instant at which something could be taken, or null.</summary>
    internal Instant? ReadyAt
    {
        get
        {
            Instant? open = _open.Min is { } first ? (_orderIsDue ? first.Order : Instant.MinValue) : null;
            return _aside.Min is { } waiting && (open is null || waiting.WaitsUntil < open) ? waiting.WaitsUntil : open;
        }
    }

    /// <summary>Puts a ticket in line, or to another place in it.</summary>
    internal void Put(Ticket ticket, Instant order, Instant? waitsUntil)
    {
        var place = waitsUntil is null ? TicketPlace.Open : TicketPlace.Aside;
        if (ticket.Place == place && ticket.Order == order && (waitsUntil is null || waitsUntil == ticket.WaitsUntil))
        {
            return;
        }

        Remove(ticket);
        ticket.Order = order;
        ticket.WaitsUntil = waitsUntil ?? Instant.MinValue;
        ticket.Place = place;
        (place == TicketPlace.Open ? _open : _aside).Add(ticket);
    }

    /// <summary>Takes a ticket out of the line; one that is not in it is left alone.</summary>
    internal void Remove(Ticket ticket)
    {
        if (ticket.Place != TicketPlace.Nowhere)
        {
            (ticket.Place == TicketPlace.Open ? _open : _aside).Remove(ticket);
            ticket.Place = TicketPlace.Nowhere;
        }
    }

    /// <summary>Finds the ticket whose turn it is, without taking it.</summary>
    internal bool TryPeek(Instant now, [NotNullWhen(true)] out Ticket? ticket)
    {
        while (_aside.Min is { } waiting && waiting.WaitsUntil <= now)
        {
            Put(waiting, waiting.Order, waitsUntil: null);
        }

        ticket = _open.Min;
        if (ticket is not null && _orderIsDue && ticket.Order > now)
        {
            ticket = null;
        }

        return ticket is not null;
    }

    private static int Compare(Ticket a, Instant atA, Ticket b, Instant atB)
    {
        var order = atA.CompareTo(atB);
        order = order != 0 ? order : string.CompareOrdinal(a.First, b.First);
        return order != 0 ? order : string.CompareOrdinal(a.Second, b.Second);
    }
}
