using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace CandidateCrm.Calendars;

/// <summary>A zone that a table says everything of.</summary>
internal sealed class TableZone : DateTimeZone
{
    private readonly Instant[] _starts;
    private readonly ZoneInterval[] _intervals;

    internal TableZone(ZoneTable table)
        : base(table.ZoneId, table.Changes.IsEmpty, Offsets(table).Min(), Offsets(table).Max())
    {
        _starts = [.. table.Changes.Select(change => change.At)];
        var offsets = Offsets(table).ToArray();
        _intervals =
        [
            .. offsets.Select((offset, i) => new ZoneInterval(
                OffsetPattern.GeneralInvariant.Format(offset), i == 0 ? null : _starts[i - 1], i == _starts.Length ? null : _starts[i], offset, Offset.Zero)),
        ];
    }

    /// <inheritdoc/>
    public override ZoneInterval GetZoneInterval(Instant instant)
    {
        var found = Array.BinarySearch(_starts, instant);
        return _intervals[found >= 0 ? found + 1 : ~found];
    }

    private static IEnumerable<Offset> Offsets(ZoneTable table) => table.Changes.Select(change => change.Offset).Prepend(table.First);
}
