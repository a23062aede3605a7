using System.Collections.Concurrent;
using CandidateCrm.Storage;
using static CandidateCrm.Testing.RulesSamples;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class RulesPublicationCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddPositions(cases);
        AddRefusals(cases);
        AddCommits(cases);
        return cases.All;
    }

    private static void AddPositions(StoreCases cases)
    {
        cases.Add("A position that is taken is not published again, and nothing is written", async c =>
        {
            await c.PublishesAsync(Publication(1, "a")).ConfigureAwait(false);
            await c.PublishesAsync(Publication(1, "b"), answer: false).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a", "b"], "a").ConfigureAwait(false);
            var log = await c.Rules.ReadLogAsync(Acme, 0, CancellationToken.None).ConfigureAwait(false);
            c.Check.SameList([Text(Publication(1, "a").Version)], log.Select(Text), "the log");
        });
        cases.Add("A position that leaves a gap is not published, and nothing is written", async c =>
        {
            foreach (var position in new long[] { 0, 2, 7 })
            {
                await c.PublishesAsync(Publication(position, "a"), answer: false).ConfigureAwait(false);
            }

            await c.HasLogAsync(Acme).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a"]).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
        });
        cases.Add("Eight publishers of one position: one of them writes, all of it", async c =>
        {
            var wrote = new ConcurrentBag<int>();
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(async () =>
            {
                if (await c.Rules.PublishAsync(Publication(1, $"d{i}"), CancellationToken.None).ConfigureAwait(false))
                {
                    wrote.Add(i);
                }
            }))).ConfigureAwait(false);
            c.Check.Same(1, wrote.Count, "the number of publishers that wrote");
            await c.HasDefinitionsAsync(Acme, [.. Enumerable.Range(0, 8).Select(i => $"d{i}")], $"d{wrote.Single()}").ConfigureAwait(false);
            await c.HasLogAsync(Acme, 1).ConfigureAwait(false);
        });
    }

    private static void AddRefusals(StoreCases cases)
    {
        cases.Add("A hash that is not that of the JSON is refused, and nothing is written", async c =>
        {
            var publication = Publication(1, "a", "b");
            var wrong = publication with { Definitions = [publication.Definitions[0], publication.Definitions[1] with { Json = "{}" }] };
            await c.RefusesAsync(wrong, "a hash of other JSON").ConfigureAwait(false);
            await c.HasLogAsync(Acme).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a", "b"]).ConfigureAwait(false);
        });
        cases.Add("A manifest that names a definition that nobody supplied is refused by its name, and nothing is written", async c =>
        {
            var publication = Publication(1, "a", "b");
            var refusal = await c.RefusesAsync(publication with { Definitions = [publication.Definitions[0]] }, "a definition that nobody supplied").ConfigureAwait(false);
            c.Check.Holds(refusal.Message.Contains("expectation/b", StringComparison.Ordinal), "a message that names expectation/b", "another one");
            await c.HasLogAsync(Acme).ConfigureAwait(false);
            await c.HasDefinitionsAsync(Acme, ["a", "b"]).ConfigureAwait(false);
        });
    }

    private static void AddCommits(StoreCases cases)
    {
        cases.Add("After a publication a commit under an earlier position writes nothing, and one under the new position is written", async c =>
        {
            await c.PublishesAsync(Publication(1)).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 1 }).ConfigureAwait(false);
            await c.PublishesAsync(Publication(2)).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RulesChanged, Commit(Change(Anna, 1, Fact(Anna, "a"))) with { RulesPosition = 1 }).ConfigureAwait(false);
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 1, Fact(Anna, "a"))) with { RulesPosition = 2 }).ConfigureAwait(false);
        });
        cases.Add("A publication of another tenant does not matter to a commit", async c =>
        {
            await c.PublishesAsync(Publication(1) with { Tenant = Globex }).ConfigureAwait(false);
            await c.PublishesAsync(Publication(2) with { Tenant = Globex }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 1 }).ConfigureAwait(false);
        });
        cases.Add("A publication below the position that commits have reached takes nothing back", async c =>
        {
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 5 }).ConfigureAwait(false);
            await c.PublishesAsync(Publication(1)).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RulesChanged, Commit(Change(Anna, 1)) with { RulesPosition = 4 }).ConfigureAwait(false);
        });
        cases.Add("A publication that was refused changes nothing for commits", async c =>
        {
            await c.PublishesAsync(Publication(1)).ConfigureAwait(false);
            await c.PublishesAsync(Publication(3), answer: false).ConfigureAwait(false);
            await c.WriteAsync(Commit(Change(Anna, 0)) with { RulesPosition = 1 }).ConfigureAwait(false);
        });
    }
}
