using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class TimelineReadingCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddDerived(cases);
        AddIds(cases);
        AddReaders(cases);
        return cases.All;
    }

    private static void AddDerived(StoreCases cases)
    {
        cases.Add("A replay reads facts and acts and nothing derived", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"), Act(Anna, "b"), Derived(Anna, "c"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a", "b").ConfigureAwait(false);
        });
        cases.Add("Derived events are read where they are asked for, retracted ones not", async c =>
        {
            await WriteRetractedAsync(c).ConfigureAwait(false);
            await ReadsAsync(c, withRetracted: false, "a True False", "c True False").ConfigureAwait(false);
        });
        cases.Add("Retracted events stay and are read where they are asked for, marked", async c =>
        {
            await WriteRetractedAsync(c).ConfigureAwait(false);
            await ReadsAsync(c, withRetracted: true, "a True False", "b True True", "c True False").ConfigureAwait(false);
        });
        cases.Add("A derived id that was retracted may be true again, also in the same commit", async c =>
        {
            await WriteRetractedAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2, Derived(Anna, "b"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 3, Derived(Anna, "b")) with { Retract = [EventId.From("b")] }).ConfigureAwait(false);
            await ReadsAsync(c, withRetracted: false, "a True False", "b True False", "c True False").ConfigureAwait(false);
            var history = await c.ReadAsync(Anna, withDerived: true, withRetracted: true).ConfigureAwait(false);
            c.Check.Same(2, history.Count(e => e.Id.Value == "b" && e.Retracted), "the number of retracted ones");
        });
    }

    private static void AddIds(StoreCases cases)
    {
        cases.Add("A fact is found by its id, whoever's it is", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a")), Change(Ben, 0, Fact(Ben, "b"))).ConfigureAwait(false);
            await FindsAsync(c, TimelineQuery.Of(Acme, EventId.From("b")), "b").ConfigureAwait(false);
            await FindsAsync(c, TimelineQuery.Of(Acme, EventId.From("z"))).ConfigureAwait(false);
        });
        cases.Add("An event of another tenant is not found by its id", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await FindsAsync(c, TimelineQuery.Of(Globex, EventId.From("a"))).ConfigureAwait(false);
        });
        cases.Add("An id may be used in two tenants", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0, Fact(AnnaElsewhere, "a"))).ConfigureAwait(false);
            await c.HasEventsAsync(AnnaElsewhere, "a").ConfigureAwait(false);
        });
        cases.Add("A timeline of another tenant or of nobody is empty", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.HasEventsAsync(AnnaElsewhere).ConfigureAwait(false);
            await c.HasEventsAsync(Ben).ConfigureAwait(false);
        });
    }

    private static void AddReaders(StoreCases cases)
    {
        cases.Add("A commit while somebody reads does not disturb the order of what is read", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "b"), Fact(Anna, "d"), Fact(Anna, "f"))).ConfigureAwait(false);
            var read = new List<TimelineEvent>();
            await foreach (var next in c.Store.ReadTimelineAsync(TimelineQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false))
            {
                if (read.Count == 0)
                {
                    await c.WriteAsync(Change(Anna, 1, Fact(Anna, "a"), Fact(Anna, "c"), Fact(Anna, "e"))).ConfigureAwait(false);
                }

                read.Add(next);
            }

            c.Check.SameList(read.OrderBy(e => e.Place).Select(e => e.Id.Value), read.Select(e => e.Id.Value), "in order");
            c.Check.SameList(["b", "d", "f"], read.Select(e => e.Id.Value).Where(id => id is "b" or "d" or "f"), "what was there, once each");
        });
        cases.Add("A reader that is cancelled stops", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync().ConfigureAwait(false);
            await c.Check.RefusesAsync<OperationCanceledException>(
                async () =>
                {
                    await foreach (var next in c.Store.ReadTimelineAsync(TimelineQuery.Of(Anna), cancelled.Token).ConfigureAwait(false))
                    {
                        c.Check.Holds(false, "nothing", next.Id.Value);
                    }
                },
                "a cancelled read").ConfigureAwait(false);
        });
    }

    private static async Task WriteRetractedAsync(StoreExamination c)
    {
        await c.WriteAsync(Change(Anna, 0, Derived(Anna, "a"), Derived(Anna, "b"), Derived(Anna, "c"))).ConfigureAwait(false);
        await c.WriteAsync(Change(Anna, 1) with { Retract = [EventId.From("b")] }).ConfigureAwait(false);
    }

    private static async Task ReadsAsync(StoreExamination c, bool withRetracted, params string[] expected)
    {
        var events = await c.ReadAsync(Anna, withDerived: true, withRetracted).ConfigureAwait(false);
        c.Check.SameList(expected, events.Select(e => $"{e.Id.Value} {e.Class == EntryClass.Derived} {e.Retracted}"), "the events");
    }

    private static async Task FindsAsync(StoreExamination c, TimelineQuery query, params string[] ids) =>
        c.Check.SameList(ids, (await c.ReadAsync(query).ConfigureAwait(false)).Select(e => e.Id.Value), "the events");
}
