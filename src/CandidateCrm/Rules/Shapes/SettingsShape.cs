using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Talent;

namespace CandidateCrm.Rules.Shapes;

/// <summary>Settings: <c>{"schema":1,"kind":"settings","zone":"Europe/Berlin","announced":["charter.promise_broken"]}</c>.</summary>
internal static class SettingsShape
{
    private static ObjectShape<ReadinessPolicy> Readiness { get; } = new(table =>
    {
        var from = table.May("fromCategory", Texts.Word<StageCategory>("a category of stages"), p => p.FromCategory, "How far one of their applications must have come at least; interview by default.", ReadinessPolicy.Default.FromCategory);
        var heard = table.May("heardWithinDays", new WholeShape(1, 3_650, "A term"), p => p.HeardWithinDays, "Within how many days they must have written or applied; 365 by default.", ReadinessPolicy.Default.HeardWithinDays);
        var least = table.May("atLeast", Texts.Word<Availability>("an availability"), p => p.AtLeast, "The least availability; passive by default.", ReadinessPolicy.Default.AtLeast);
        var against = table.List("against", new ListShape<ReasonCode>(Texts.Code<ReasonCode>("The code of a reason")) { IsSet = true }, p => p.Against, "The reasons of rejections that stand against a person.");
        return (values, _) => new ReadinessPolicy
        {
            FromCategory = values.Of(from),
            HeardWithinDays = values.Of(heard),
            AtLeast = values.Of(least),
            Against = values.Of(against),
        };
    });

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
        var refusals = RefusalShape.Add(table);
        var readiness = table.May("readiness", Readiness, s => s.Readiness, "What makes somebody ready to be hired if an opening came.", ReadinessPolicy.Default);
        return (values, _) => new RulesSettings
        {
            Zone = values.Of(zone),
            Announced = [.. values.Of(announced)],
            Order = values.Of(order),
            Refusals = refusals(values),
            Readiness = values.Of(readiness),
        };
    });
}
