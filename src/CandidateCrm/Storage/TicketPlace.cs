namespace CandidateCrm.Storage;

/// <summary>Where a ticket stands.</summary>
internal enum TicketPlace
{
    /// <summary>In no line.</summary>
    Nowhere,

    /// <summary>In line.</summary>
    Open,

    /// <summary>Beside the line until an instant: somebody holds it, or its next attempt is later.</summary>
    Aside,
}
