using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>One effect on record with its ticket for the outbox.</summary>
internal sealed class StoredEffect(Ticket ticket, EffectRecord record)
{
    /// <summary>Gets the order of handing over: older intentions first, then the key as text.</summary>
    internal static Comparer<StoredEffect> OldestFirst { get; } = By(record => record.Effect.IntendedAt);

    /// <summary>Gets the order in which the present past wants them.</summary>
    internal static Comparer<StoredEffect> EarliestWantedFirst { get; } = By(record => record.WantedAt);

    internal Ticket Ticket { get; } = ticket;

    internal EffectRecord Record { get; set; } = record;

    private static Comparer<StoredEffect> By(Func<EffectRecord, Instant> instant) => Comparer<StoredEffect>.Create((a, b) =>
    {
        var order = instant(a.Record).CompareTo(instant(b.Record));
        return order != 0 ? order : string.CompareOrdinal(a.Ticket.Effect, b.Ticket.Effect);
    });
}
