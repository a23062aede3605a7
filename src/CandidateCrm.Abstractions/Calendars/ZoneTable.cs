using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>
/// A zone as its clocks stood and are to stand, written out: what rules were published with stays what it was when the zone data of a machine change.
/// Immutable; equal where every member is.
/// </summary>
public sealed class ZoneTable : IEquatable<ZoneTable>
{
    private readonly Lazy<DateTimeZone> _zone;

    internal ZoneTable(string zoneId, int version, string zoneDataVersion, Offset first, ImmutableArray<OffsetChange> changes)
    {
        ZoneId = zoneId;
        Version = version;
        ZoneDataVersion = zoneDataVersion;
        First = first;
        Changes = changes;
        _zone = new Lazy<DateTimeZone>(() => new TableZone(this));
    }

    /// <summary>Gets the IANA id of the zone.</summary>
    public string ZoneId { get; }

    /// <summary>Gets the key under which the table is kept: the id in lower case with points in place of slashes, such as <c>europe.berlin</c>.</summary>
    public string Key => KeyOf(ZoneId);

    /// <summary>Gets the version under that key, from 1 on.</summary>
    public int Version { get; }

    /// <summary>Gets the version of the zone data that the table was written from, as their provider names it.</summary>
    public string ZoneDataVersion { get; }

    /// <summary>Gets the distance from UTC before the first change.</summary>
    public Offset First { get; }

    /// <summary>Gets when the clocks change, by instant; the last one holds for ever after.</summary>
    public ImmutableArray<OffsetChange> Changes { get; }

    /// <summary>Gets the zone as the table has it. Its names of intervals are their offsets, and it knows no savings.</summary>
    public DateTimeZone Zone => _zone.Value;

    /// <summary>Writes a zone out between two dates; before and after them its clocks stand as at the first and the last.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="zoneDataVersion">The version of the data that it comes from.</param>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, not before the first.</param>
    /// <param name="version">The version of the table, from 1 on.</param>
    public static ZoneTable Of(DateTimeZone zone, string zoneDataVersion, LocalDate from, LocalDate to, int version = 1)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentException.ThrowIfNullOrWhiteSpace(zoneDataVersion);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var (start, end) = (zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(to).ToInstant());
        var first = zone.GetUtcOffset(start);
        var changes = ImmutableArray.CreateBuilder<OffsetChange>();
        for (var interval = zone.GetZoneInterval(start); interval.HasEnd && interval.End <= end;)
        {
            interval = zone.GetZoneInterval(interval.End);
            if (interval.WallOffset != (changes.Count == 0 ? first : changes[^1].Offset))
            {
                changes.Add(new OffsetChange { At = interval.Start, Offset = interval.WallOffset });
            }
        }

        return new ZoneTable(zone.Id, version, zoneDataVersion, first, changes.DrainToImmutable());
    }

    /// <summary>Returns the key of a zone's table.</summary>
    public static string KeyOf(string zoneId)
    {
        ArgumentNullException.ThrowIfNull(zoneId);
        return zoneId.ToLowerInvariant().Replace('/', '.').Replace("+", "plus", StringComparison.Ordinal);
    }

    /// <summary>Says whether another table has the same clocks, whatever version or data it names.</summary>
    public bool HasTheClocksOf(ZoneTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other)
            || (string.Equals(ZoneId, other.ZoneId, StringComparison.Ordinal) && First == other.First && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan()));
    }

    /// <inheritdoc/>
    public bool Equals(ZoneTable? other) =>
        other is not null && Version == other.Version && string.Equals(ZoneDataVersion, other.ZoneDataVersion, StringComparison.Ordinal) && HasTheClocksOf(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ZoneTable);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ZoneId, Version, ZoneDataVersion, Changes.Length);

    /// <summary>Returns the zone, the version and the data that it comes from.</summary>
    public override string ToString() => FormattableString.Invariant($"{ZoneId} v{Version} ({ZoneDataVersion})");
}
