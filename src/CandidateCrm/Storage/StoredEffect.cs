namespace CandidateCrm.Storage;

/// <summary>One effect on record with its ticket for the outbox.</summary>
internal sealed class StoredEffect(Ticket ticket, EffectRecord record)
{
    /// <summary>Gets the order of handing over: older intentions first, then the key as text.</summary>
    internal static Comparer<StoredEffect> OldestFirst { get; } = Comparer<StoredEffect>.Create((a, b) =>
    {
        var order = a.Record.Effect.IntendedAt.CompareTo(b.Record.Effect.IntendedAt);
        return order != 0 ? order : string.CompareOrdinal(a.Ticket.Effect, b.Ticket.Effect);
    });

    internal Ticket Ticket { get; } = ticket;

    internal EffectRecord Record { get; set; } = record;
}
