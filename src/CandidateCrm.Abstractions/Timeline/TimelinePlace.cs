using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>
/// A place on the line of one relationship: instant in microseconds, rank, the source's own order, event id as text, ordinal.
/// Nothing that a store assigns is part of it, so every node puts the same events in the same order.
/// </summary>
public readonly record struct TimelinePlace : IComparable<TimelinePlace>
{
    /// <summary>The rank of a change of rules: first at its instant.</summary>
    public const byte BoundaryRank = 0;

    /// <summary>The rank of facts and acts.</summary>
    public const byte EventRank = 1;

    /// <summary>The rank of alarms: last at their instant, so that evidence at the due instant counts.</summary>
    public const byte AlarmRank = 2;

    /// <summary>Initializes a place; see the properties for what each part means.</summary>
    public TimelinePlace(long micros, byte rank, long sourceOrder = 0, string? id = null, int ordinal = 0)
    {
        Micros = micros;
        Rank = rank;
        SourceOrder = sourceOrder;
        Id = id ?? string.Empty;
        Ordinal = ordinal;
    }

    /// <summary>Gets the place before everything.</summary>
    public static TimelinePlace Start { get; } = new(long.MinValue, BoundaryRank);

    /// <summary>Gets microseconds since 1970-01-01T00:00Z.</summary>
    public long Micros { get; }

    /// <summary>Gets 0 for a change of rules, 1 for facts and acts, 2 for alarms.</summary>
    public byte Rank { get; }

    /// <summary>Gets the number that the source gave, 0 where it gave none.</summary>
    public long SourceOrder { get; }

    /// <summary>Gets the event id as text, compared ordinally; empty for boundaries and alarms.</summary>
    public string Id { get; }

    /// <summary>Gets the number of a derived event within its pass, from 1 on; 0 for what caused it.</summary>
    public int Ordinal { get; }

    /// <summary>Gets the instant.</summary>
    public Instant At => Microseconds.ToInstant(Micros);

    /// <summary>Compares two places.</summary>
    public static bool operator <(TimelinePlace left, TimelinePlace right) => left.CompareTo(right) < 0;

    /// <summary>Compares two places.</summary>
    public static bool operator >(TimelinePlace left, TimelinePlace right) => left.CompareTo(right) > 0;

    /// <summary>Compares two places.</summary>
    public static bool operator <=(TimelinePlace left, TimelinePlace right) => left.CompareTo(right) <= 0;

    /// <summary>Compares two places.</summary>
    public static bool operator >=(TimelinePlace left, TimelinePlace right) => left.CompareTo(right) >= 0;

    /// <summary>Makes the place of an alarm.</summary>
    public static TimelinePlace Alarm(Instant at) => new(Microseconds.ToMicros(at), AlarmRank);

    /// <inheritdoc/>
    public int CompareTo(TimelinePlace other)
    {
        var order = Micros.CompareTo(other.Micros);
        order = order != 0 ? order : Rank.CompareTo(other.Rank);
        order = order != 0 ? order : SourceOrder.CompareTo(other.SourceOrder);
        order = order != 0 ? order : string.CompareOrdinal(Id ?? string.Empty, other.Id ?? string.Empty);
        return order != 0 ? order : Ordinal.CompareTo(other.Ordinal);
    }
}
