using CandidateCrm.Applications;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Settings: <c>{"schema":1,"kind":"settings","zone":"Europe/Berlin","announced":["charter.promise_broken"]}</c>.</summary>
internal static class SettingsShape
{
    internal static DefinitionOf<RulesSettings> Shape { get; } = new(DefinitionKind.Settings, Definition.Of, table =>
    {
        var zone = table.Must("zone", Texts.Zone, s => s.Zone, "The tenant's zone by its IANA id, for dates without a time and for reports.");
        var announced = table.List(
            "announced",
            new ListShape<string>(Texts.Announcement) { IsSet = true },
            s => s.Announced is { } names ? [.. names.Order(StringComparer.Ordinal)] : [],
            "The wire names of derived events that handlers are to see.");
        var order = table.List(
            "order",
            new ListShape<DefinitionName>(Texts.Name) { IsSet = true },
            s => s.Order,
            "The definitions that come first among those of their kind, as kind/key; the others follow in ordinal order. The first pipeline serves applications that name none.");
        var window = table.May("refusalWindowDays", new WholeShape(0, 365, "A window"), s => s.Refusals?.WindowDays ?? 0, "The days within which a person is refused at most once; 14 by default.", RefusalPolicy.Default.WindowDays);
        return (values, _) => new RulesSettings
        {
            Zone = values.Of(zone),
            Announced = [.. values.Of(announced)],
            Order = values.Of(order),
            Refusals = new RefusalPolicy { WindowDays = values.Of(window) },
        };
    });
}
