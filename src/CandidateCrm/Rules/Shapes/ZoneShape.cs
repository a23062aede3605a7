using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Zones written out: <c>{"schema":1,"kind":"zone","zone":"Europe/Berlin","version":1,"data":"TZDB: 2026a","first":"+00:53:28","changes":["1893-03-31T23:06:32Z+01"]}</c>.</summary>
internal static class ZoneShape
{
    private const int MostChanges = 100_000;

    private static TextShape<Offset> Offset { get; } = new()
    {
        From = (text, out offset) => OffsetPattern.GeneralInvariant.Parse(text).TryGetValue(default, out offset) && Written(offset) == text ? null : Wrong("A distance from UTC is written such as +02 or -03:30."),
        To = Written,
        Rule = schema => schema.WriteString("pattern", $"^{OffsetPatternText}$"),
    };

    private static TextShape<OffsetChange> Change { get; } = new()
    {
        From = (text, out change) => OffsetChangeText.TryRead(text, out change) ? null : Wrong("A change of clocks is written such as 2026-03-29T01Z+02: when in UTC, as short as it goes, and the distance from then on."),
        To = OffsetChangeText.Write,
        Rule = schema => schema.WriteString("pattern", $"^-?[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}(:[0-9]{{2}}){{0,2}}Z{OffsetPatternText}$"),
    };

    private const string OffsetPatternText = "[+-][0-9]{2}(:[0-9]{2}){0,2}";

    internal static DefinitionOf<ZoneTable> Shape { get; } = new(DefinitionKind.Zone, Definition.Of, table =>
    {
        var zone = table.Must("zone", Texts.Line, t => t.ZoneId, "The IANA id of the zone.");
        var version = table.Version(t => t.Version);
        var data = table.Must("data", Texts.Line, t => t.ZoneDataVersion, "The version of the zone data that it was written from.");
        var first = table.Must("first", Offset, t => t.First, "The distance from UTC before the first change.");
        var changes = table.List("changes", new ListShape<OffsetChange>(Change, most: MostChanges), t => t.Changes, "When the clocks change and where they stand from then on, by instant.");
        return (values, place) => IsRight(values.Of(zone), values.Of(changes), place)
            ? new ZoneTable(values.Of(zone), values.Of(version), values.Of(data), values.Of(first), values.Of(changes))
            : null;
    });

    private static string Written(Offset offset) => OffsetPattern.GeneralInvariant.Format(offset);

    private static bool IsRight(string zone, ImmutableArray<OffsetChange> changes, Place place)
    {
        if (!Candidates.HostText.IsCode(ZoneTable.KeyOf(zone)))
        {
            return place.Member("zone").Fault(RulesFaultCodes.ZoneUnknown, "An IANA id such as Europe/Berlin belongs here.");
        }

        for (var i = 1; i < changes.Length; i++)
        {
            if (changes[i].At <= changes[i - 1].At)
            {
                return place.Member("changes").Element(i).Fault(RulesFaultCodes.InstantInvalid, "Changes of clocks stand in the order of their instants, each once.");
            }
        }

        return true;
    }

    private static Complaint Wrong(string sentence) => new(RulesFaultCodes.TextInvalid, sentence);
}
