using System.Text.Json.Nodes;
using CandidateCrm.Calendars;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Rules;

/// <summary>What tests ask of definitions and their texts.</summary>
internal static class DefinitionForms
{
    /// <summary>Reads a definition that has to be right.</summary>
    internal static Definition Read(string json)
    {
        var reading = DefinitionJson.Read(json);
        Assert.True(reading.Faults.IsEmpty, string.Join('\n', reading.Faults) + '\n' + json);
        return reading.Definition!;
    }

    internal static bool SaysTheSameAs(this Definition one, Definition other) =>
        one.Name == other.Name && one.Version == other.Version && Parts(one.Content).SameAs(Parts(other.Content));

    /// <summary>Puts the members of every object in another order, and blanks between them.</summary>
    internal static string Respelt(string json, Dice dice) => Shuffled(JsonNode.Parse(json), dice)!.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });

    private static JsonNode? Shuffled(JsonNode? node, Dice dice) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(_ => dice.Below(1_000_000)).Select(member => KeyValuePair.Create(member.Key, Shuffled(member.Value, dice)))),
        JsonArray items => new JsonArray([.. items.Select(item => Shuffled(item, dice))]),
        _ => node?.DeepClone(),
    };

    /// <summary>Calendars and zones hold tables that follow from what was said; only that is compared.</summary>
    private static object Parts(object content) => content switch
    {
        RulesSettings settings => new object?[] { settings.Zone.Id, settings with { Zone = DateTimeZone.Utc } },
        ZoneTable table => new object?[] { table.ZoneId, table.Version, table.ZoneDataVersion, table.First, table.Changes },
        WorkingCalendar calendar => new object?[]
        {
            calendar.Key, calendar.Version, calendar.Zone.Id, calendar.FirstDate, calendar.LastDate, calendar.Overrides, calendar.Closures, calendar.Holidays, calendar.SwitchedOff,
            Enumerable.Range(1, 7).Select(day => calendar.WeeklyHours((IsoDayOfWeek)day)).ToArray(),
        },
        _ => content,
    };
}
