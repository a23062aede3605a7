using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class FeedErasureCases
{
    private static readonly PersonalPart Note = PersonalPart.Of("note", "likes trains");

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        cases.Add("An erased personal part never comes again in a feed, and everything else does", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a") with { Personal = Note }, Derived(Anna, "b") with { Personal = Note }), Change(Ben, 0, Fact(Ben, "c") with { Personal = Note })).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1) with { Retract = [EventId.From("b")] }).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 2, Fact(Anna, "d") with { Personal = Note })).ConfigureAwait(false);
            var feed = await c.ReadFeedAsync().ConfigureAwait(false);
            c.Check.SameList(["a", "b", "c with", "b", "d with"], feed.Events.Select(e => e.Personal is null ? e.Id.Value : $"{e.Id.Value} with"), "the feed");
        });
        cases.Add("A personal part of what was retracted after the erasure does not come again in a feed", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Derived(Anna, "b") with { Personal = Note })).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 1) with { Retract = [EventId.From("b")] }).ConfigureAwait(false);
            c.Check.Same(0, (await c.ReadFeedAsync().ConfigureAwait(false)).Events.Count(e => e.Personal is not null), "the number of personal parts");
        });
        AddGone(cases);
        return cases.All;
    }

    private static void AddGone(StoreCases cases)
    {
        cases.Add("Events of an erased candidate are gone from a feed, and no cursor minds", async c =>
        {
            await WriteTurnsAsync(c).ConfigureAwait(false);
            var cursors = new List<string?> { null };
            for (var i = 0; i < 6; i++)
            {
                cursors.Add((await c.ReadFeedAsync(cursors[i], max: 1).ConfigureAwait(false)).Next);
            }

            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.WriteAsync(Change(Ben, 3, Fact(Ben, "b3"))).ConfigureAwait(false);
            string[] expected = ["b0 b1 b2 b3", "b0 b1 b2 b3", "b1 b2 b3", "b1 b2 b3", "b2 b3", "b2 b3", "b3"];
            var found = new List<string>();
            foreach (var cursor in cursors)
            {
                found.Add(string.Join(' ', (await c.ReadFeedAsync(cursor).ConfigureAwait(false)).Events.Select(e => e.Id.Value)));
            }

            c.Check.SameList(expected, found, "what follows each cursor");
        });
        cases.Add("A full page of a feed is full also where erased events lie between", async c =>
        {
            await WriteTurnsAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            var first = await c.ReadFeedAsync(max: 2).ConfigureAwait(false);
            c.Check.SameList(["b0", "b1"], first.Events.Select(e => e.Id.Value), "the first page");
            c.Check.SameList(["b2"], (await c.ReadFeedAsync(first.Next, max: 2).ConfigureAwait(false)).Events.Select(e => e.Id.Value), "the second page");
        });
        cases.Add("An erased candidate who comes again is in a feed with what is new", async c =>
        {
            await WriteTurnsAsync(c).ConfigureAwait(false);
            var before = await c.ReadFeedAsync().ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a0"))).ConfigureAwait(false);
            c.Check.SameList(["a0"], (await c.ReadFeedAsync(before.Next).ConfigureAwait(false)).Events.Select(e => e.Id.Value), "after the cursor");
            c.Check.SameList(["b0", "b1", "b2", "a0"], (await c.ReadFeedAsync().ConfigureAwait(false)).Events.Select(e => e.Id.Value), "from the beginning");
        });
    }

    private static async Task WriteTurnsAsync(StoreExamination c)
    {
        for (var i = 0; i < 3; i++)
        {
            await c.WriteAsync(Change(Anna, i, Fact(Anna, $"a{i}"))).ConfigureAwait(false);
            await c.WriteAsync(Change(Ben, i, Fact(Ben, $"b{i}"))).ConfigureAwait(false);
        }
    }
}
