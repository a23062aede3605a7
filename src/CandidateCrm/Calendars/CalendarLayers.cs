using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Puts a calendar upon those beneath it.</summary>
internal static class CalendarLayers
{
    /// <summary>Returns the faults that show only where the calendars beneath are known, and the layers when there are none.</summary>
    internal static ImmutableArray<CalendarFault> Of(WorkingCalendar calendar, IReadOnlyList<WorkingCalendar> known, IDateTimeZoneProvider? zones, out CalendarLayer? layers)
    {
        layers = null;
        if (Chain(calendar, known, out var chain) is { } broken)
        {
            return [broken];
        }

        foreach (var each in chain.Reverse())
        {
            var zone = zones is null ? each.Zone : zones.GetZoneOrNull(each.Zone.Id);
            if (zone is null)
            {
                layers = null;
                return [Fault("calendar.zone_unknown", $"The zone «{each.Zone.Id}» is not in the zone data {zones!.VersionId}. Use an IANA id such as Europe/Berlin.")];
            }

            layers = new CalendarLayer(each, zone, layers);
        }

        if (OtherZone(chain) is { } zoneFault)
        {
            layers = null;
            return [zoneFault];
        }

        if (calendar.Base is not null && layers!.FirstOpenDate() is null)
        {
            layers = null;
            return [Fault("calendar.never_open", $"Put upon {calendar.Base.Calendar}, the calendar {calendar.Key} is never open between its first and its last date.")];
        }

        return [];
    }

    /// <summary>Lists the calendar and those beneath, from the top down; returns what is wrong with the list.</summary>
    private static CalendarFault? Chain(WorkingCalendar calendar, IReadOnlyList<WorkingCalendar> known, out ImmutableArray<WorkingCalendar> chain)
    {
        var layers = new List<WorkingCalendar> { calendar };
        chain = [];
        while (layers[^1].Base is { } next)
        {
            if (layers.Exists(layer => layer.Key == next.Calendar))
            {
                return Fault("calendar.base_circular", $"The calendar {calendar.Key} is built upon {next.Calendar}, which comes back to itself: {string.Join(", ", layers.Select(layer => layer.Key))}.");
            }

            if (known.FirstOrDefault(each => each.Key == next.Calendar) is not { } found)
            {
                return Fault("calendar.base_unknown", $"The calendar {layers[^1].Key} is built upon {next.Calendar}, which is not among the known calendars: {Names(known)}.");
            }

            layers.Add(found);
        }

        chain = [.. layers];
        return null;
    }

    private static CalendarFault? OtherZone(ImmutableArray<WorkingCalendar> chain)
    {
        for (var i = 0; i < chain.Length - 1; i++)
        {
            var beneath = chain.Skip(i + 1).FirstOrDefault(each => each.Zone.Id != chain[i].Zone.Id);
            if (chain[i].Base!.How == CalendarLayering.InPlaceOf && beneath is not null)
            {
                return Fault("calendar.base_zone", $"A date of {chain[i].Key} in {chain[i].Zone.Id} is not one of {beneath.Key} in {beneath.Zone.Id}, so it cannot stand in its place; give both one zone, or let it lie within.");
            }
        }

        return null;
    }

    private static string Names(IEnumerable<WorkingCalendar> known) => string.Join(", ", known.Select(each => each.Key.Value).Order(StringComparer.Ordinal).DefaultIfEmpty("none"));

    private static CalendarFault Fault(string code, string sentence) => new() { Code = code, Sentence = sentence };
}
