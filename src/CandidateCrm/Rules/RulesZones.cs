using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Writes out the zones that rules use when these are published. What a machine's zone data say later changes nothing for them; the next publication
/// takes it over. Where the clocks of a zone are as they were, its table stays the one that was published last.
/// </summary>
internal static class RulesZones
{
    /// <summary>Returns the rules with a table for each zone that they use, UTC apart.</summary>
    /// <param name="rules">The rules; tables that they bring are replaced.</param>
    /// <param name="log">What was published before; null for nothing.</param>
    internal static CrmRules Resolved(CrmRules rules, TenantLog? log)
    {
        var data = DateTimeZoneProviders.Tzdb;
        var used = rules.Calendars.Select(calendar => (calendar.Zone, Provider: calendar.Zones, calendar.First, calendar.Last))
            .Prepend((Zone: data.GetZoneOrNull(rules.Zone.Id) ?? rules.Zone, Provider: data, First: WorkingCalendar.EarliestByDefault, Last: WorkingCalendar.LatestByDefault))
            .Where(use => use.Zone.Id != DateTimeZone.Utc.Id);
        return rules with
        {
            Zones = [.. used.GroupBy(use => use.Zone.Id).OrderBy(uses => ZoneTable.KeyOf(uses.Key), StringComparer.Ordinal).Select(uses => Table(uses.First().Zone, uses.First().Provider.VersionId, (Earlier(uses.Min(use => use.First)), Later(uses.Max(use => use.Last))), log))],
        };
    }

    private static ZoneTable Table(DateTimeZone zone, string data, (LocalDate From, LocalDate To) range, TenantLog? log)
    {
        var name = new DefinitionName(DefinitionKind.Zone, ZoneTable.KeyOf(zone.Id));
        var last = (log?.Versions ?? []).SelectMany(version => version.Manifest).Where(row => row.Name == name).Select(row => row.Version).DefaultIfEmpty(0).Max();
        var table = ZoneTable.Of(zone, data, range.From, range.To, last + 1);
        return (log?.Log.Entries ?? []).SelectMany(entry => entry.Rules.Zones).FirstOrDefault(old => old.Version == last && old.HasTheClocksOf(table)) ?? table;
    }

    // Hours may begin a day earlier and end a day later than their calendar's dates, seen from UTC.
    private static LocalDate Earlier(LocalDate first) => first > LocalDate.MinIsoValue.PlusDays(3) ? first.PlusDays(-2) : first;

    private static LocalDate Later(LocalDate last) => last < LocalDate.MaxIsoValue.PlusDays(-4) ? last.PlusDays(3) : last;
}
