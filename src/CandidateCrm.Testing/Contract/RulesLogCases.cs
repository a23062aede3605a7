using CandidateCrm.Rules;
using NodaTime;
using static CandidateCrm.Testing.RulesSamples;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class RulesLogCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddLogs(cases);
        AddDefinitions(cases);
        AddTenants(cases);
        return cases.All;
    }

    private static void AddLogs(StoreCases cases)
    {
        cases.Add("A tenant that was never seen has no log and no definitions", async c =>
        {
            await c.HasLogAsync(Acme).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a"]).ConfigureAwait(false);
        });
        cases.Add("An entry of the log comes back as it was published", async c =>
        {
            var publication = Publication(1, "a", "b");
            var written = publication.Version with
            {
                EffectiveFrom = Instant.MinValue,
                PublishedAt = Monday + Duration.FromTicks(10),
                Why = "Shorter answers, «ä».",
                Manifest = [Row("a"), Row("b", version: 7)],
                Modes = [new FeatureMode { Mode = Mode.Live }, new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off, EffectsFrom = Monday + Duration.FromTicks(20) }],
                Suspended = [new DefinitionName(DefinitionKind.Score, "engagement")],
            };
            await c.PublishesAsync(publication with { Version = written }).ConfigureAwait(false);
            var log = await c.Rules.ReadLogAsync(Acme, 0, CancellationToken.None).ConfigureAwait(false);
            c.Check.SameList([Text(written)], log.Select(Text), "the log");
        });
        cases.Add("The log is read in order, all of it or what comes after a position", async c =>
        {
            await PublishAsync(c, 3).ConfigureAwait(false);
            await c.HasLogAsync(Acme, 1, 2, 3).ConfigureAwait(false);
            foreach (var (after, expected) in new (long, string[])[] { (1, ["2", "3"]), (2, ["3"]), (3, []), (4, []) })
            {
                var log = await c.Rules.ReadLogAsync(Acme, after, CancellationToken.None).ConfigureAwait(false);
                c.Check.SameList(expected, log.Select(v => $"{v.Position}"), $"the positions after {after}");
            }
        });
        cases.Add("A log that was read does not change when more is published", async c =>
        {
            await PublishAsync(c, 1).ConfigureAwait(false);
            var log = await c.Rules.ReadLogAsync(Acme, 0, CancellationToken.None).ConfigureAwait(false);
            await c.PublishesAsync(Publication(2)).ConfigureAwait(false);
            c.Check.Same(1, log.Count, "the number of entries");
        });
    }

    private static void AddDefinitions(StoreCases cases)
    {
        cases.Add("Definitions come back in the order asked, and those that are not there are absent", async c =>
        {
            await c.PublishesAsync(Publication(1, "a", "b", "c")).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["c", "nowhere", "a"], "c", "a").ConfigureAwait(false);
        });
        cases.Add("A definition that is there already stays, and need not be supplied again", async c =>
        {
            await c.PublishesAsync(Publication(1, "a")).ConfigureAwait(false);
            await c.PublishesAsync(Publication(2, "a", "b")).ConfigureAwait(false);
            await c.PublishesAsync(Publication(3, "a", "b") with { Definitions = [] }).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a", "b"], "a", "b").ConfigureAwait(false);
            await c.HasLogAsync(Acme, 1, 2, 3).ConfigureAwait(false);
        });
        cases.Add("A definition stays when no version names it any more", async c =>
        {
            await c.PublishesAsync(Publication(1, "a")).ConfigureAwait(false);
            await c.PublishesAsync(Publication(2, "b")).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a", "b"], "a", "b").ConfigureAwait(false);
        });
    }

    private static void AddTenants(StoreCases cases)
    {
        cases.Add("The log of another tenant is never seen, and its positions are its own", async c =>
        {
            await PublishAsync(c, 2).ConfigureAwait(false);
            await c.HasLogAsync(Globex).ConfigureAwait(false);
            await c.PublishesAsync(Publication(1) with { Tenant = Globex }).ConfigureAwait(false);
            await c.HasLogAsync(Globex, 1).ConfigureAwait(false);
            await c.HasLogAsync(Acme, 1, 2).ConfigureAwait(false);
        });
        cases.Add("A definition of another tenant is never seen, and serves no manifest", async c =>
        {
            await c.PublishesAsync(Publication(1, "a")).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Globex, ["a"]).ConfigureAwait(false);
            await c.RefusesAsync(Publication(1, "a") with { Tenant = Globex, Definitions = [] }, "a definition that only another tenant has").ConfigureAwait(false);
            await c.HasLogAsync(Globex).ConfigureAwait(false);
        });
    }

    private static async Task PublishAsync(StoreExamination c, int entries)
    {
        for (var position = 1; position <= entries; position++)
        {
            await c.PublishesAsync(Publication(position)).ConfigureAwait(false);
        }
    }
}
