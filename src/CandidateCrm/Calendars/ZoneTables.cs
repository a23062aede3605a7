using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Zones as rules have them; those that they do not have come from the data in use.</summary>
internal sealed class ZoneTables(ImmutableArray<ZoneTable> tables) : IDateTimeZoneProvider
{
    public string VersionId => DateTimeZoneProviders.Tzdb.VersionId;

    public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

    public DateTimeZone this[string id] => GetZoneOrNull(id) ?? throw new NodaTime.TimeZones.DateTimeZoneNotFoundException($"The zone «{id}» is not known.");

    public DateTimeZone? GetZoneOrNull(string id) => Find(id)?.Zone ?? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

    public DateTimeZone GetSystemDefault() => DateTimeZoneProviders.Tzdb.GetSystemDefault();

    /// <summary>Says whether a zone has other clocks in the one than in the other; one that only one of them has does not count.</summary>
    internal static bool Differ(ImmutableArray<ZoneTable> before, ImmutableArray<ZoneTable> after) =>
        after.Any(table => before.Any(old => string.Equals(old.ZoneId, table.ZoneId, StringComparison.Ordinal) && !old.HasTheClocksOf(table)));

    internal ZoneTable? Find(string id) => tables.FirstOrDefault(table => string.Equals(table.ZoneId, id, StringComparison.Ordinal));

    /// <summary>Makes a calendar of some rules, with the zones that these have.</summary>
    internal CompiledCalendar Compile(WorkingCalendar calendar, IReadOnlyList<WorkingCalendar> known)
    {
        if (tables.IsEmpty)
        {
            return calendar.Compile(known);
        }

        var faults = CalendarLayers.Of(calendar, known, this, out var layers);
        return layers is null ? throw new InvalidCalendarException(faults) : new CompiledCalendar(layers, Find(calendar.Zone.Id)?.ZoneDataVersion ?? calendar.ZoneDataVersion);
    }
}
